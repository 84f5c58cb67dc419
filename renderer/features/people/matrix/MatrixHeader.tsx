import { memo, type ReactElement } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import type { MatrixAccount } from '../../../../shared/domain/person/matrix';
import { accountColumnName } from './cellName';
import { matrixText } from './matrixText';

interface MatrixHeaderProps {
  readonly accounts: readonly MatrixAccount[];
  /** The columns to draw. */
  readonly columns: readonly VirtualItem[];
  /** The column with the tab stop; null: it is in a row of a person. */
  readonly active: number | null;
  /** To the minute; ms since 1970. */
  readonly now: number;
}

/** The accounts in view, with the age of what is known about them. */
export const MatrixHeader = memo(function MatrixHeader(props: MatrixHeaderProps): ReactElement {
  const { accounts, columns, active, now } = props;
  return (
    <div className="matrix-header" role="row" aria-rowindex={1}>
      <div role="columnheader" aria-colindex={1} className="matrix-person">
        {matrixText.person}
      </div>
      {columns.map(({ index, start }) => {
        const account = accounts[index];
        if (account === undefined) return null;
        const name = accountColumnName(account, now);
        return (
          <div
            key={index}
            role="columnheader"
            aria-colindex={index + 2}
            aria-label={name}
            title={`${name}, ${account.accountId}`}
            className="matrix-account"
            tabIndex={active === index ? 0 : -1}
            data-active={active === index ? true : undefined}
            data-row={-1}
            data-column={index}
            style={{ insetInlineStart: start }}
          >
            <span>{account.accountName}</span>
          </div>
        );
      })}
    </div>
  );
});
