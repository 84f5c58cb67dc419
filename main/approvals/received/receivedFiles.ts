import type { AnswerFile, BatchFile, DraftFile } from '../../../shared/domain/approval/batchFile';
import { batchFileHead, type BatchFileHead } from '../../../shared/domain/approval/batchFile';
import { CodedError } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { joined } from '../file/filePieces';
import { receivedErrorText } from './receivedErrorText';
import { readRows } from './receivedRows';

/**
 * How much the key that signed a file counted when the file arrived: a key that is confirmed afterward makes nothing valid that
 * came with it, and one that is distrusted afterward takes nothing back.
 */
export type Trust = 'own' | 'confirmed' | 'unconfirmed';

/** A file as it arrived. */
export interface ReceivedFile<File extends BatchFile = BatchFile> {
  readonly fileId: string;
  /** By this computer's clock, ms since 1970. */
  readonly receivedAt: number;
  readonly trust: Trust;
  readonly file: File;
}

interface ReceivedRow {
  readonly fileId: string;
  readonly receivedAt: number;
  readonly trust: Trust;
  readonly body: string;
}

const columns = 'file_id AS fileId, received_at AS receivedAt, trust, body';

/** The draft that a file is, or answers. */
export const draftOf = (file: BatchFile): DraftFile => (file.kind === 'draft' ? file : file.body.draft);

/** A file with all of its rows, in slices. @throws CodedError NOT_FOUND */
export function* requireReceived(db: Database, fileId: string): Stepwise<ReceivedFile> {
  const head = findHead(db, fileId);
  const found = head === null ? null : yield* withRows(db, head);
  if (found === null) throw new CodedError({ code: 'NOT_FOUND', message: receivedErrorText.gone });
  return found;
}

/** A file without its rows; null if there is no such file. */
export function findHead(db: Database, fileId: string): ReceivedFile<BatchFileHead> | null {
  const row = db.prepare(`SELECT ${columns} FROM received_files WHERE file_id = ?`).get(fileId) as
    ReceivedRow | undefined;
  return row === undefined ? null : headOfRow(row);
}

/** The approvals of a batch with all of their rows, the latest arrival first; in slices. */
export function* approvalsOf(db: Database, batchId: string): Stepwise<ReceivedFile<AnswerFile>[]> {
  const rows = db
    .prepare(
      `SELECT ${columns} FROM received_files
       WHERE batch_id = ? AND kind = 'answer' AND body ->> '$.body.decision' = 'approved' ORDER BY number DESC`,
    )
    .all(batchId) as unknown as ReceivedRow[];
  const approvals: ReceivedFile<AnswerFile>[] = [];
  for (const row of rows) {
    const head = headOfRow(row);
    const found = head === null ? null : yield* withRows(db, head);
    if (found?.file.kind === 'answer') approvals.push({ ...found, file: found.file });
  }
  return approvals;
}

/** Erasing a person changes what a file says about them, so a file that no longer has its form is as good as none. */
function headOfRow({ body, ...row }: ReceivedRow): ReceivedFile<BatchFileHead> | null {
  const { data } = batchFileHead.safeParse(JSON.parse(body));
  return data === undefined ? null : { ...row, file: data };
}

function* withRows(db: Database, head: ReceivedFile<BatchFileHead>): Stepwise<ReceivedFile | null> {
  const pieces = yield* readRows(db, head.fileId);
  return pieces === null ? null : { ...head, file: joined<BatchFile>(head.file, pieces) };
}
