import type { AnswerFile, BatchFileHead } from '../../../shared/domain/approval/batchFile';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { findHead, type ReceivedFile } from './receivedFiles';
import { commentsIn } from './receivedRows';

/** What somebody said about one row. */
export interface RowComment {
  readonly rowId: string;
  /** They removed it. */
  readonly removed: boolean;
  /** Empty: removed without a word. */
  readonly note: string;
}

type AnswerHead = Extract<BatchFileHead, { readonly kind: AnswerFile['kind'] }>;

/** The latest answer about a batch, unless the batch was exported again since; null if there is none. */
export function openAnswer(db: Database, batchId: string): ReceivedFile<AnswerHead> | null {
  const latest = db
    .prepare(
      `SELECT file_id AS fileId, kind FROM received_files
       WHERE batch_id = ? AND (kind = 'answer' OR trust = 'own') ORDER BY number DESC LIMIT 1`,
    )
    .get(batchId) as { readonly fileId: string; readonly kind: 'draft' | 'answer' } | undefined;
  const found = latest?.kind === 'answer' ? findHead(db, latest.fileId) : null;
  return found?.file.kind === 'answer' ? { ...found, file: found.file } : null;
}

/** What an answer says about rows; in slices. */
export function* commentsOf(
  db: Database,
  { fileId, file }: ReceivedFile<AnswerHead>,
): Stepwise<RowComment[]> {
  const removed = new Set(file.body.removedRowIds);
  const notes = yield* commentsIn(db, fileId);
  return [...new Set([...removed, ...notes.keys()])].map((rowId) => ({
    rowId,
    removed: removed.has(rowId),
    note: notes.get(rowId) ?? '',
  }));
}
