import { memo, type ReactElement } from 'react';
import type { MatrixAccount, MatrixCell as Cell } from '../../../../shared/domain/person/matrix';
import { cellText } from '../../../../shared/domain/person/matrixText';
import { cellMeaning, toneOf } from './cellName';
import { matrixText } from './matrixText';

/** Why a cell has nothing to say yet, or ever. */
type Unsaid = 'reading' | 'otherRealm';

interface MatrixCellProps {
  /** Whom the row is about. */
  readonly name: string;
  readonly account: MatrixAccount;
  /** Undefined: nothing is stored about the person in this account. */
  readonly cell: Cell | undefined;
  /** Null: the cell says what is known. */
  readonly unsaid: Unsaid | null;
  readonly row: number;
  readonly column: number;
  /** In px. */
  readonly start: number;
  /** Whether it has the tab stop. */
  readonly isActive: boolean;
  readonly now: number;
}

/** What somebody has in an account. Rows are redrawn with each column that comes into view; their cells aren't. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps): ReactElement {
  const { name, account, cell, unsaid, row, column, start, isActive, now } = props;
  const meaning = unsaid === null ? cellMeaning(account, cell, now) : matrixText[unsaid];
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={`${name}, ${account.accountName}: ${meaning}`}
      className="matrix-cell"
      data-tone={unsaid === null ? toneOf(account, cell) : 'none'}
      title={meaning}
      tabIndex={isActive ? 0 : -1}
      data-active={isActive ? true : undefined}
      data-row={row}
      data-column={column}
      style={{ insetInlineStart: start }}
    >
      {unsaid === null ? cellText(account, cell) : ''}
    </div>
  );
});
