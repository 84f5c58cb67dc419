import type { BatchConflict, RowFinding, RowFindingCode } from '../../../../shared/domain/batch/batch';
import { groupBy } from './groupBy';
import type { CellChange } from './commands/rowCommands';
import type { Rows } from './rows/rowPatch';
import type { Marks } from './rows/rowView';

/** A finding in its row. */
export interface Found {
  readonly rowId: string;
  readonly finding: RowFinding;
}

/** All findings with the same reason. */
export interface Reason {
  readonly code: RowFindingCode;
  readonly level: RowFinding['level'];
  readonly found: readonly Found[];
}

/** The findings by reason, errors first, then those with the most rows. */
export function reasonsOf(rows: Rows, marksOf: (rowId: string) => Marks): readonly Reason[] {
  const all = rows.flatMap(({ rowId }) =>
    marksOf(rowId).findings.map((finding): Found => ({ rowId, finding })),
  );
  const byReason = groupBy(all, ({ finding }) => `${finding.level} ${finding.code}`);
  return [...byReason.values()]
    .flatMap((found): Reason[] => {
      const first = found[0]?.finding;
      return first === undefined ? [] : [{ code: first.code, level: first.level, found }];
    })
    .sort(
      (one, other) =>
        Number(one.level === 'warning') - Number(other.level === 'warning') ||
        other.found.length - one.found.length,
    );
}

/** The only fix each of these rows is offered besides removal; rows without one are skipped. */
export const quickFixesOf = (conflicts: readonly BatchConflict[]): readonly Found[] =>
  conflicts.flatMap(({ rowId, findings }) => {
    const finding = findings.find(({ fix }) => fix?.removesRow === false);
    return finding === undefined ? [] : [{ rowId, finding }];
  });

/** What the fixes of these findings write, and the rows that they remove. Findings without a fix are skipped. */
export function fixed(found: readonly Found[]): [cells: readonly CellChange[], removed: ReadonlySet<string>] {
  const cells: CellChange[] = [];
  const removed = new Set<string>();
  for (const { rowId, finding } of found) {
    const { fix } = finding;
    if (fix === null) continue;
    if (fix.removesRow) removed.add(rowId);
    else if (fix.column !== null) {
      cells.push({ rowId, column: fix.column, value: { text: fix.value ?? '', account: fix.account } });
    }
  }
  return [cells, removed];
}
