import { rowLocalFindings } from '../../../shared/batchRules';
import { batchColumns, longestCell, type BatchColumn } from '../../../shared/domain/batch';
import type { ImportPreview } from '../../../shared/domain/batchImport';
import { columnNames, reasonNames } from '../../../shared/domain/batchWords';
import { formatNumber } from '../../../shared/formats';
import { notTaken } from '../tables/troubles';
import type { DraftRow } from './draft';
import { maxRowNumbers } from './tableView';

type Problem = ImportPreview['problems'][number];

/** Collects what is wrong with rows, by reason. */
export function createProblems(): {
  readonly look: (cells: DraftRow, rowNumber: number) => void;
  readonly found: () => Problem[];
} {
  const problems = new Map<string, Problem>();
  const note = (reason: string, column: BatchColumn, rowNumber: number): void => {
    const key = `${column} ${reason}`;
    const problem = problems.get(key) ?? { reason, column, rows: 0, rowNumbers: [] };
    problem.rows += 1;
    if (problem.rowNumbers.length < maxRowNumbers) problem.rowNumbers.push(rowNumber);
    problems.set(key, problem);
  };
  return {
    look(cells, rowNumber) {
      const long = tooLong(cells);
      if (long !== undefined) note(longReason, long, rowNumber);
      for (const { code, column } of rowLocalFindings({ ...cells, rowId: '', position: 0 })) {
        note(reasonNames[code], column, rowNumber);
      }
      if (cells.account === null && cells.accountText.trim() !== '') {
        note(reasonNames.ACCOUNT_UNKNOWN, 'account', rowNumber);
      }
    },
    found: () => [...problems.values()].sort((one, other) => other.rows - one.rows),
  };
}

const longReason = 'Longer than 2,000 characters: shorten it in the file first';

const textOf = (cells: DraftRow, column: BatchColumn): string =>
  column === 'account' ? cells.accountText : cells[column];

const tooLong = (cells: DraftRow): BatchColumn | undefined =>
  batchColumns.find((column) => textOf(cells, column).length > longestCell);

/** @throws CodedError INVALID_INPUT for a cell that a batch cannot hold; nothing of it is cut off */
export function refuseTooLong(cells: DraftRow, rowNumber: number, fileName: string): void {
  const column = tooLong(cells);
  if (column === undefined) return;
  throw notTaken(
    `${fileName}, row ${String(rowNumber)}: the text for “${columnNames[column]}” has ${formatNumber(textOf(cells, column).length)} characters, and at most 2,000 are taken. Shorten it in the file, or leave the column out.`,
  );
}
