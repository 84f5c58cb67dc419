import { memo, type ReactElement } from 'react';
import type { VirtualItem } from '@tanstack/react-virtual';
import type { MatrixAccount } from '../../../../shared/domain/person/matrix';
import type { MemberPerson } from '../../../../shared/domain/person/memberPerson';
import { accountKey } from '../../../../shared/util/accountKey';
import type { CellsOfPerson } from '../../../queries/matrix';
import { ledgerAddressText } from '../../../components/text/ledgerAddressText';
import { membersText } from '../../members/membersText';
import { MatrixCell } from './MatrixCell';

interface MatrixRowProps {
  readonly person: MemberPerson;
  /** Undefined while they are being read. */
  readonly cells: CellsOfPerson | undefined;
  /** From 0. */
  readonly index: number;
  /** In px. */
  readonly top: number;
  readonly accounts: readonly MatrixAccount[];
  /** The columns to draw. */
  readonly columns: readonly VirtualItem[];
  /** The column with the tab stop, from -1; null: it is in another row. */
  readonly active: number | null;
  /** To the minute, for the age of things; ms since 1970. */
  readonly now: number;
}

/** What somebody has in each account in view. It is redrawn only when something in it changes. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps): ReactElement {
  const { person, cells, index, top, accounts, columns, active, now } = props;
  const { maskedEmail, ledgerAddress, userId } = person;
  const listedAs = maskedEmail || membersText.emailNotShown;
  const name = ledgerAddress === null ? listedAs : ledgerAddressText(ledgerAddress);
  return (
    <div
      className="matrix-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="matrix-person"
        title={`${name}, ${listedAs}, ${userId}`}
        tabIndex={active === -1 ? 0 : -1}
        data-active={active === -1 ? true : undefined}
        data-row={index}
        data-column={-1}
      >
        {name}
        <span className="matrix-user">{ledgerAddress === null ? userId : listedAs}</span>
      </div>
      {columns.map(({ index: column, start }) => {
        const account = accounts[column];
        if (account === undefined) return null;
        return (
          <MatrixCell
            key={column}
            {...{ name, account, column, start, now }}
            row={index}
            cell={cells?.get(accountKey(account))}
            unsaid={account.realm !== person.realm ? 'otherRealm' : cells === undefined ? 'reading' : null}
            isActive={active === column}
          />
        );
      })}
    </div>
  );
});
