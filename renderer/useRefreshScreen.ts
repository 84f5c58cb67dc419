import { accountsToRead } from './features/invitations/waysIn';
import { refOf, useAccount, useAccounts } from './queries/accounts';
import { useConnections } from './queries/connections';
import { useRefreshAccounts, useRefreshInvitations, useRefreshState } from './queries/refresh';
import { accountOf, type Route } from './routes';

interface RefreshScreen {
  readonly refreshing: boolean;
  /** Asks Amazon for what the screen shows; null when nobody is signed in to ask. */
  readonly refresh: (() => void) | null;
}

/** What "Refresh" means on a screen: the invitations it is about, or the accounts. */
export function useRefreshScreen(route: Route): RefreshScreen {
  const { refreshing } = useRefreshState();
  const refreshAccounts = useRefreshAccounts();
  const refreshInvitations = useRefreshInvitations();
  const { accounts = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const account = useAccount(accountOf(route));

  if (route.screen === 'invitations' || route.screen === 'invite') {
    const readable =
      route.account === null
        ? accountsToRead(accounts, connections)
        : account === undefined
          ? []
          : [refOf(account)];
    return { refreshing, refresh: readable.length === 0 ? null : () => refreshInvitations(readable) };
  }
  const signedIn = connections.filter(({ state }) => state === 'signedIn');
  const refresh = (): void => {
    for (const { connectionId } of signedIn) refreshAccounts(connectionId);
  };
  return { refreshing, refresh: signedIn.length === 0 ? null : refresh };
}
