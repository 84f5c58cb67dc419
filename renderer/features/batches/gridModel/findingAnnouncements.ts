import type { RowFinding } from '../../../../shared/domain/batch/batch';
import { columnNames } from '../../../../shared/domain/batch/batchText';
import { formatNumber } from '../../../../shared/text/formats';
import { idAt, isSameFinding, marksIn, type GridState } from './gridState';
import { gridModelText } from './gridModelText';

/**
 * What to announce about a check: its new findings in the active row or a changed one, or how many of these rows now have
 * problems. Null if there is nothing new. Findings of a cell being edited are left for when that ends.
 */
export function newlyFound(before: GridState, after: GridState, changed: ReadonlySet<string>): string | null {
  const { selection, draft } = after;
  const activeId = idAt(after, selection.active.row);
  const rowIds = [...new Set([activeId, ...changed])];
  const found = rowIds.flatMap((rowId) => {
    const known = marksIn(before)(rowId).findings;
    const isNew = (finding: RowFinding): boolean =>
      !(draft?.rowId === rowId && draft.column === finding.column) &&
      !known.some((one) => isSameFinding(one, finding));
    const findings = marksIn(after)(rowId).findings.filter(isNew);
    return findings.length === 0 ? [] : [{ rowId, findings }];
  });
  const [first] = found;
  if (first === undefined) return null;
  if (found.length > 1) return rowsWithProblems(after, rowIds);
  const where =
    first.rowId === activeId
      ? ''
      : gridModelText.rowPrefix(formatNumber(after.numbers.get(first.rowId) ?? 0));
  return where + first.findings.map(findingText).join(' ');
}

/** How many of these rows have problems; null if none. */
export function rowsWithProblems(state: GridState, rowIds: readonly string[]): string | null {
  const count = rowIds.filter(
    (rowId) => state.byId.has(rowId) && marksIn(state)(rowId).findings.length > 0,
  ).length;
  return count === 0 ? null : gridModelText.rowsWithProblems(count);
}

export const findingText = ({ column, message }: RowFinding): string => `${columnNames[column]}: ${message}`;
