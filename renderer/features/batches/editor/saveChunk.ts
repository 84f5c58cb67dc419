import type { BatchRowInput } from '../../../../shared/domain/batch/batch';

/** What one call writes. */
export interface SaveChunk {
  /** Those of `removed`, then those of `rows`. */
  readonly rowIds: readonly string[];
  readonly rows: readonly BatchRowInput[];
  readonly removed: readonly string[];
}

/** Max number of rows per call, and max text (UTF-16 units), so that the bridge accepts it. */
const maxRowsPerCall = 2_000;
const maxTextPerCall = 400_000;

/** Takes as many rows out of the set as fit into one call. */
export function takeChunk(touched: Set<string>, rowOf: (rowId: string) => BatchRowInput | null): SaveChunk {
  const rows: BatchRowInput[] = [];
  const removed: string[] = [];
  let text = 0;
  for (const rowId of touched) {
    const row = rowOf(rowId);
    if (row === null) {
      removed.push(rowId);
      text += rowId.length;
    } else {
      rows.push(row);
      text += JSON.stringify(row).length;
    }
    touched.delete(rowId);
    if (rows.length + removed.length === maxRowsPerCall || text >= maxTextPerCall) break;
  }
  return partOf(rows, removed);
}

/** The same in two calls. Removals come first, since they make room. */
export function halvesOf({ rows, removed }: SaveChunk): readonly [SaveChunk, SaveChunk] {
  const middle = Math.floor((rows.length + removed.length) / 2);
  const behind = Math.max(0, middle - removed.length);
  return [
    partOf(rows.slice(0, behind), removed.slice(0, middle)),
    partOf(rows.slice(behind), removed.slice(middle)),
  ];
}

const partOf = (rows: readonly BatchRowInput[], removed: readonly string[]): SaveChunk => ({
  rowIds: [...removed, ...rows.map(({ rowId }) => rowId)],
  rows,
  removed,
});
