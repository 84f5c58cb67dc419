import type { Database } from '../../storage/database';

/** What somebody said about one row. */
export interface RowComment {
  readonly rowId: string;
  /** They removed it. */
  readonly removed: boolean;
  /** Empty: removed without a word. */
  readonly note: string;
}

/**
 * What the latest answer says about rows of a batch, unless the batch was exported again since.
 * @returns null if there is none
 */
export function openComments(
  db: Database,
  batchId: string,
): { readonly fileId: string; readonly comments: readonly RowComment[] } | null {
  const latest = db
    .prepare(
      `SELECT file_id AS fileId, kind FROM received_files
       WHERE batch_id = ? AND (kind = 'answer' OR trust = 'own') ORDER BY number DESC LIMIT 1`,
    )
    .get(batchId) as { readonly fileId: string; readonly kind: 'draft' | 'answer' } | undefined;
  if (latest?.kind !== 'answer') return null;
  const rows = db
    .prepare('SELECT row_id AS rowId, removed, note FROM row_comments WHERE file_id = ?')
    .all(latest.fileId) as unknown as (Omit<RowComment, 'removed'> & { readonly removed: 0 | 1 })[];
  return {
    fileId: latest.fileId,
    comments: rows.map(({ removed, ...row }) => ({ ...row, removed: removed === 1 })),
  };
}
