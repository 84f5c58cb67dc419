import { refOf, useAccount } from '../accounts';
import { useConnections } from '../connections';
import { useRefreshMembers } from '../members';
import { useRefreshInvitations, useRefreshState } from './refresh';
import { useRefreshAll } from './refreshAll';
import { accountOf, type Route } from '../../../shared/navigation/routes';

interface RefreshScreen {
  readonly refreshing: boolean;
  /** Asks Amazon for what the screen shows; null if nobody is signed in. */
  readonly refresh: (() => void) | null;
}

/** What "Refresh" means on a screen: the invitations or members of its account, or all accounts with theirs. */
export function useRefreshScreen(route: Route): RefreshScreen {
  const { refreshing } = useRefreshState();
  const refreshAll = useRefreshAll();
  const refreshInvitations = useRefreshInvitations();
  const connections = useConnections() ?? [];
  const account = useAccount(accountOf(route));
  const ofMembers = useRefreshMembers(route.screen === 'members' ? route.account : null);
  const signedIn = connections.some(({ state }) => state === 'signedIn');

  if ((route.screen === 'invitations' || route.screen === 'invite') && route.account !== null) {
    return { refreshing, refresh: account === undefined ? null : () => refreshInvitations([refOf(account)]) };
  }
  if (route.screen === 'members') {
    const refresh = account === undefined ? null : () => ofMembers.refresh(refOf(account));
    return { refreshing: ofMembers.refreshing, refresh };
  }
  return { refreshing, refresh: signedIn ? refreshAll : null };
}
