import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import ToggleButton from '@cloudscape-design/components/toggle-button';
import type { ReactElement } from 'react';
import {
  marketplaceName,
  pictureAsOf,
  type Account,
  type AccountRef,
} from '../../../shared/domain/account/account';
import type { Connection } from '../../../shared/domain/connection/connection';
import { compareNames, formatNumber } from '../../../shared/text/formats';
import { ConnectionName } from '../../components/ConnectionName';
import { CopyableId } from '../../components/CopyableId';
import { ErrorDetails } from '../../components/ErrorNotice';
import type { ListColumn } from '../../components/table/listColumns';
import { ReadAt, RelativeTime } from '../../components/Times';
import { refOf } from '../../queries/accounts';
import { pendingOnly } from '../../../shared/navigation/invitationFilter';
import { hrefOf, type Route } from '../../../shared/navigation/routes';
import { following, linkTo } from '../../navigation/useRoute';
import { accountsText } from './accountsText';

interface AccountColumnsDeps {
  readonly connections: readonly Connection[];
  readonly setFavourite: (input: { account: AccountRef; favourite: boolean }) => void;
}

const invitationsOf = (account: Account): Route => ({ screen: 'invitations', account: refOf(account) });

/** The columns of the accounts table. */
export function accountColumns({
  connections,
  setFavourite,
}: AccountColumnsDeps): readonly ListColumn<Account>[] {
  const byId = new Map(connections.map((connection) => [connection.connectionId, connection]));
  const labelOf = ({ connectionId }: Account): string => byId.get(connectionId)?.label ?? '';
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
    nameColumn,
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
      sortingComparator: compareBy(labelOf),
      cell: ({ connectionId }) => <ConnectionName connection={byId.get(connectionId)} />,
    },
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
      cell: (account) => <PendingCount account={account} />,
    },
    {
      id: 'lastOpened',
      width: 120,
      minWidth: 114,
      header: accountsText.lastOpened,
      sortingComparator: compareBy(({ lastOpenedAt }) => -(lastOpenedAt ?? 0)),
      cell: ({ lastOpenedAt }) => (lastOpenedAt === null ? '–' : <RelativeTime at={lastOpenedAt} />),
    },
    {
      id: 'asOf',
      width: 90,
      minWidth: 76,
      header: accountsText.asOf,
      cell: (account) => <ReadAt at={pictureAsOf(account)} />,
    },
  ];
}

/** The name, its ID, and why it wasn't read. */
const nameColumn: ListColumn<Account> = {
  id: 'name',
  width: 260,
  minWidth: 230,
  header: accountsText.account,
  isRowHeader: true,
  sortingComparator: compareBy(({ name }) => name),
  cell: (account) => (
    <>
      <div className="list-cell">
        <Link href={hrefOf(invitationsOf(account))} onFollow={following(invitationsOf(account))}>
          {account.name}
        </Link>
      </div>
      <Box variant="small" display="block">
        <span className="unbroken">
          <CopyableId id={account.accountId} name="account ID" />
        </span>
      </Box>
      <ReadProblem account={account} />
    </>
  ),
};

/** What went wrong when its invitations were last read, and what to do; null if they were read. */
function ReadProblem({
  account: { trouble, troubleAt },
}: {
  readonly account: Account;
}): ReactElement | null {
  if (trouble === null) return null;
  return (
    <>
      <StatusIndicator type="error">{accountsText.accountNotRead}</StatusIndicator>
      <Box variant="small" display="block">
        {trouble.message}
        {troubleAt === null ? null : (
          <>
            {' '}
            (<RelativeTime at={troubleAt} />)
          </>
        )}
      </Box>
      <ErrorDetails error={trouble} />
    </>
  );
}

function CanInvite({ account }: { readonly account: Account }): ReactElement {
  const { canInvite, reachable, refusesChanges } = account;
  if (!reachable)
    return (
      <StatusIndicator wrapText={false} type="warning">
        {accountsText.notListed}
      </StatusIndicator>
    );
  if (refusesChanges)
    return (
      <>
        <StatusIndicator type="stopped">{accountsText.refusesChanges}</StatusIndicator>
        <Box variant="small" display="block">
          {accountsText.refusesChangesHint}
        </Box>
      </>
    );
  if (canInvite === null)
    return (
      <StatusIndicator wrapText={false} type="pending">
        {accountsText.notChecked}
      </StatusIndicator>
    );
  return canInvite ? (
    <StatusIndicator wrapText={false} type="success">
      {accountsText.yes}
    </StatusIndicator>
  ) : (
    <StatusIndicator wrapText={false} type="stopped">
      {accountsText.viewerOnly}
    </StatusIndicator>
  );
}

/** A number only if it is known: a viewer can't see any, and an account not read yet may have some. */
function PendingCount({ account }: { readonly account: Account }): ReactElement {
  if (account.invitationsAsOf === null) return <>–</>;
  return (
    <Link
      {...linkTo({ screen: 'invitations', account: refOf(account), filter: pendingOnly })}
      ariaLabel={accountsText.pendingLink(String(account.pendingInvitations), account.name)}
    >
      {formatNumber(account.pendingInvitations)}
    </Link>
  );
}

/** Sorts by what a row shows, text by name order. */
function compareBy(shown: (account: Account) => string | number): (one: Account, other: Account) => number {
  return (one, other) => {
    const [left, right] = [shown(one), shown(other)];
    return typeof left === 'number' && typeof right === 'number'
      ? left - right
      : compareNames(String(left), String(right));
  };
}
