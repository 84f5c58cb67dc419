import { createHash } from 'node:crypto';
import type { AnswerFile, DraftFile, FileRow } from '../../../shared/domain/approval/batchFile';
import { canonicalBytes } from './canonical';

/** One invitation as far as it is sent, or changes what the app does afterwards. */
export type ContentRow = Pick<
  FileRow,
  'rowId' | 'accountId' | 'emailAddress' | 'userName' | 'role' | 'instances'
>;

/** Everything that will be sent. */
export interface Content {
  readonly batchId: string;
  readonly realm: string;
  readonly notify: boolean;
  readonly rows: readonly ContentRow[];
}

/** The bytes of one row that have to be the same when it is sent. */
export const rowLine = ({ rowId, accountId, emailAddress, userName, role, instances }: ContentRow): string =>
  JSON.stringify([rowId, accountId, emailAddress, userName, role, instances]);

/** SHA-256 (hex) over the content; the order of the rows doesn't matter. */
export function contentHash({ batchId, realm, notify, rows }: Content): string {
  const lines = rows.map(rowLine).sort();
  return createHash('sha256')
    .update(canonicalBytes({ batchId, realm, notify, rows: lines }))
    .digest('hex');
}

/** What a draft would send, without some of its rows. */
export function contentOf({ body }: DraftFile, removedRowIds: readonly string[] = []): Content {
  const removed = new Set(removedRowIds);
  const { batchId, realm, notify } = body;
  return { batchId, realm, notify, rows: body.rows.filter(({ rowId }) => !removed.has(rowId)) };
}

/** What an answer's decision is about. */
export const decidedContent = ({ body }: AnswerFile): Content => contentOf(body.draft, body.removedRowIds);
