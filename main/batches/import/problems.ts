import { createRowCheck } from '../../../shared/domain/batch/rules/checkRow';
import {
  batchColumns,
  maxCellLength,
  type BatchColumn,
  type BatchRow,
} from '../../../shared/domain/batch/batch';
import type { ImportPreview } from '../../../shared/domain/batch/batchImport';
import { columnNames, reasonNames } from '../../../shared/domain/batch/batchText';
import { formatNumber } from '../../../shared/text/formats';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import type { Database } from '../../storage/database';
import { collectFacts } from '../checking/facts';
import { forEachInSlices } from '../forEachInSlices';
import { isLocked } from '../lockedRows';
import { notTaken } from '../tables/troubles';
import type { DraftRow } from './draft';
import { maxRowNumbers } from './mapping/tableView';
import { importErrorText } from './importErrorText';

type Problem = ImportPreview['problems'][number];

/** A row that may be added, and its source row. */
export interface AddedRow {
  readonly cells: DraftRow;
  readonly rowNumber: number;
}

interface CheckedIn {
  readonly db: Database;
  readonly present: readonly BatchRow[];
  readonly house: HouseRules;
  /** ms since 1970. */
  readonly at: number;
}

/**
 * What the batch's own check will find in the rows once they are added, by the same rules and facts. Lets other work run in
 * between.
 */
export async function findProblems(
  added: readonly AddedRow[],
  { db, present, house, at }: CheckedIn,
): Promise<Pick<ImportPreview, 'problems' | 'counts'>> {
  const facts = await collectFacts(db, [...present, ...added.map(({ cells }) => cells)], { house, at });
  const check = createRowCheck(facts);
  const [sent, open] = [present.filter(isLocked), present.filter((row) => !isLocked(row))];
  await forEachInSlices([...sent, ...open], (row) => check({ ...row, sent: isLocked(row) }));
  const counts = { errors: 0, warnings: 0, ready: 0 };
  const problems = new Map<string, Problem>();
  const note = (
    { reason, column, level }: Pick<Problem, 'reason' | 'column' | 'level'>,
    row: number,
  ): void => {
    const key = `${level} ${column} ${reason}`;
    const problem = problems.get(key) ?? { reason, column, level, rows: 0, rowNumbers: [] };
    problem.rows += 1;
    if (problem.rowNumbers.length < maxRowNumbers && problem.rowNumbers.at(-1) !== row) {
      problem.rowNumbers.push(row);
    }
    problems.set(key, problem);
  };
  await forEachInSlices(added, ({ cells, rowNumber }) => {
    const long = tooLong(cells);
    if (long !== undefined) note({ reason: longReason, column: long, level: 'error' }, rowNumber);
    const { findings: found } = check({ ...cells, rowId: '', position: 0, sent: false });
    for (const { code, column, level } of found)
      note({ reason: reasonNames[code], column, level }, rowNumber);
    const isError = long !== undefined || found.some(({ level }) => level === 'error');
    counts[isError ? 'errors' : found.length > 0 ? 'warnings' : 'ready'] += 1;
  });
  return { counts, problems: [...problems.values()].sort((one, other) => other.rows - one.rows) };
}

const longReason = importErrorText.cellTooLong;

const textOf = (cells: DraftRow, column: BatchColumn): string =>
  column === 'account' ? cells.accountText : cells[column];

const tooLong = (cells: DraftRow): BatchColumn | undefined =>
  batchColumns.find((column) => textOf(cells, column).length > maxCellLength);

/** @throws CodedError INVALID_INPUT for a cell too long for a batch; nothing is cut off */
export function refuseTooLong(cells: DraftRow, rowNumber: number, fileName: string): void {
  const column = tooLong(cells);
  if (column === undefined) return;
  throw notTaken(
    importErrorText.textTooLong(
      fileName,
      String(rowNumber),
      columnNames[column],
      formatNumber(textOf(cells, column).length),
    ),
  );
}
