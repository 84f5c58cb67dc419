import { useEffect, useRef, type ReactElement } from 'react';
import { accountRefKey } from '../../../../shared/util/accountKey';
import type { AccountRef } from '../../../../shared/domain/account/account';
import type { ListView } from '../../../../shared/navigation/routes';
import { EmptyState } from '../../../components/EmptyState';
import { Title } from '../../../components/Title';
import { refOf, useAccount, useAccounts, useMarkOpened } from '../../../queries/accounts';
import { useConnection } from '../../../queries/connections';
import { useRefreshInvitations } from '../../../queries/refresh/refresh';
import { InvitationsList } from './InvitationsList';
import { listText } from './listText';

interface InvitationsPageProps {
  /** Null: the invitations of all accounts. */
  readonly scope: AccountRef | null;
  readonly view: ListView;
}

/** The invitations of one account or of all. */
export function InvitationsPage({ scope, view }: InvitationsPageProps): ReactElement | null {
  const account = useAccount(scope);
  const { accounts } = useAccounts();
  if (accounts === undefined) return null;
  if (scope !== null && account === undefined) {
    return <EmptyState title={listText.unknownAccountTitle}>{listText.unknownAccountBody}</EmptyState>;
  }
  return (
    <>
      <Title>{account === undefined ? 'Invitations' : listText.accountTitle(account.name)}</Title>
      {scope === null ? null : <Opened key={accountRefKey(scope)} scope={scope} />}
      <InvitationsList account={account ?? null} view={view} />
    </>
  );
}

/** Stored data younger than this isn't refreshed just because its screen was opened. */
const freshForMs = 60_000;

/** Records that the account was opened and, with the stored data on screen, refreshes it. Once per visit. */
function Opened({ scope }: { readonly scope: AccountRef }): null {
  const account = useAccount(scope);
  const connection = useConnection(scope.connectionId);
  const markOpened = useMarkOpened();
  const refresh = useRefreshInvitations();
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || account === undefined || connection === undefined) return;
    opened.current = true;
    markOpened(refOf(account));
    const age = Date.now() - (account.invitationsAsOf ?? 0);
    if (connection.state === 'signedIn' && account.canInvite !== false && age > freshForMs) {
      refresh([refOf(account)]);
    }
  }, [account, connection, markOpened, refresh]);
  return null;
}
