import ToggleButton from '@cloudscape-design/components/toggle-button';
import type { ReactElement } from 'react';
import {
  marketplaceName,
  pictureAsOf,
  type Account,
  type AccountRef,
} from '../../../../shared/domain/account/account';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { compareNames, formatNumber } from '../../../../shared/text/formats';
import { CopyableId } from '../../../components/names/CopyableId';
import type { ListColumn } from '../../../components/table/listColumns';
import { ListLink } from '../../../navigation/ListLink';
import { SponsoredAdsMark } from '../../../components/SponsoredAdsMark';
import { AsOf, ReadAt, RelativeTime } from '../../../components/Times';
import { refOf } from '../../../queries/accounts';
import { pendingOnly } from '../../../../shared/navigation/invitationFilter';
import type { Route } from '../../../../shared/navigation/routes';
import { accountsText } from '../accountsText';
import type { AccountRow } from '../../../queries/accountRows';
import { CanInvite } from './CanInvite';
import { ConnectionsCell } from './ConnectionsCell';
import { groupColumn, noteColumn, tagsColumn } from './labelColumns';
import { ReadProblems } from './ReadProblems';

interface AccountColumnsDeps {
  readonly connections: readonly Connection[];
  readonly setFavourite: (input: { account: AccountRef; favourite: boolean }) => void;
}

const invitationsOf = (account: Account): Route => ({ screen: 'invitations', account: refOf(account) });

/** The columns of the accounts table. */
export function accountColumns({
  connections,
  setFavourite,
}: AccountColumnsDeps): readonly ListColumn<AccountRow>[] {
  const byId = new Map(connections.map((connection) => [connection.connectionId, connection]));
  const connectionOf = ({ connectionId }: Account): Connection | undefined => byId.get(connectionId);
  return [
    {
      id: 'favourite',
      header: <span className="visually-hidden">{accountsText.favourite}</span>,
      width: 56,
      minWidth: 56,
      cell: (account) => (
        <ToggleButton
          variant="icon"
          iconName="star"
          pressedIconName="star-filled"
          pressed={account.favourite}
          ariaLabel={accountsText.favouriteAccount(account.name)}
          onChange={({ detail }) => {
            setFavourite({ account: refOf(account), favourite: detail.pressed });
          }}
        />
      ),
    },
    nameColumn(connectionOf),
    groupColumn,
    tagsColumn,
    {
      id: 'marketplace',
      width: 150,
      minWidth: 148,
      header: accountsText.marketplace,
      sortingComparator: compareBy(({ marketplaceId }) => marketplaceName(marketplaceId)),
      cell: ({ marketplaceId }) => marketplaceName(marketplaceId),
    },
    {
      id: 'connection',
      width: 150,
      minWidth: 139,
      header: accountsText.connection,
      sortingComparator: compareBy((row) => connectionOf(row)?.label ?? ''),
      cell: (row) => <ConnectionsCell row={row} connectionOf={connectionOf} />,
    },
    ...factColumns,
    noteColumn,
  ];
}

/** What is known of the account itself. */
const factColumns: readonly ListColumn<AccountRow>[] = [
  {
    id: 'canInvite',
    width: 145,
    minWidth: 140,
    header: accountsText.canInvite,
    sortingComparator: compareBy(({ canInvite, refusesChanges }) =>
      refusesChanges ? 3 : canInvite === null ? 1 : canInvite ? 0 : 2,
    ),
    cell: (account) => <CanInvite account={account} />,
  },
  {
    id: 'pending',
    width: 117,
    minWidth: 117,
    header: accountsText.pending,
    sortingComparator: compareBy(({ pendingInvitations }) => pendingInvitations),
    cell: (account) => (
      <>
        <PendingCount account={account} />
        <div className="list-second">
          <ReadAsOf at={pictureAsOf(account)} />
        </div>
      </>
    ),
  },
  {
    id: 'lastOpened',
    width: 120,
    minWidth: 114,
    // The list is in this order at first.
    initiallyHidden: true,
    header: accountsText.lastOpened,
    sortingComparator: compareBy(({ lastOpenedAt }) => -(lastOpenedAt ?? 0)),
    cell: ({ lastOpenedAt }) => (lastOpenedAt === null ? '–' : <RelativeTime at={lastOpenedAt} />),
  },
];

/** The name, its ID, and why it wasn't read. */
const nameColumn = (connectionOf: (account: Account) => Connection | undefined): ListColumn<AccountRow> => ({
  id: 'name',
  width: 260,
  minWidth: 230,
  header: accountsText.account,
  isRowHeader: true,
  sortingComparator: compareBy(({ name }) => name),
  cell: (account) => (
    <>
      <div className="list-cell">
        <ListLink to={invitationsOf(account)}>{account.name}</ListLink>
      </div>
      <div className="list-second">
        <span className="unbroken">
          <CopyableId id={account.accountId} name="account ID" />
        </span>
      </div>
      <SponsoredAdsMark account={account} />
      <ReadProblems row={account} connectionOf={connectionOf} />
    </>
  ),
});

/** A number only if it is known: a viewer can't see any, and an account not read yet may have some. */
function PendingCount({ account }: { readonly account: Account }): ReactElement {
  if (account.invitationsAsOf === null) return <>–</>;
  return (
    <ListLink
      to={{ screen: 'invitations', account: refOf(account), filter: pendingOnly }}
      ariaLabel={accountsText.pendingLink(String(account.pendingInvitations), account.name)}
    >
      {formatNumber(account.pendingInvitations)}
    </ListLink>
  );
}

/** The age of what a row shows. */
const ReadAsOf = ({ at }: { readonly at: number | null }): ReactElement =>
  at === null ? <ReadAt at={null} /> : <AsOf at={at} />;

/** Sorts by what a row shows, text by name order. */
function compareBy(
  shown: (account: AccountRow) => string | number,
): (one: AccountRow, other: AccountRow) => number {
  return (one, other) => {
    const [left, right] = [shown(one), shown(other)];
    return typeof left === 'number' && typeof right === 'number'
      ? left - right
      : compareNames(String(left), String(right));
  };
}
