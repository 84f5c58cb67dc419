import type { BatchColumn } from '../../../../../shared/domain/batch/batch';
import type { CellValue } from '../cells';
import type { CellChange } from './rowCommands';

/** The new values for all selected rows; null keeps each row's own. */
export type Applied = Readonly<
  Record<Extract<BatchColumn, 'account' | 'role' | 'note' | 'instances'>, CellValue | null>
>;

const columns = ['account', 'role', 'note', 'instances'] as const;

/** The cells that applying writes. */
export const applied = (rowIds: readonly string[], values: Applied): readonly CellChange[] =>
  rowIds.flatMap((rowId) =>
    columns.flatMap((column): CellChange[] => {
      const value = values[column];
      return value === null ? [] : [{ rowId, column, value }];
    }),
  );
