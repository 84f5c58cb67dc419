import { useIsMutating, useMutation, useMutationState, type MutationState } from '@tanstack/react-query';
import type { AccountRef } from '../../../shared/domain/account/account';
import { toErrorBody } from '../../../shared/errors';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { api } from '../../bridge/api';
import { useConnections } from '../connections';
import {
  accountsReading,
  allReading,
  invitationsReading,
  refreshStateOf,
  type Attempt,
  type RefreshState,
  type RefreshFailure,
} from './refreshState';
import { refreshAllKey, useRefreshProgress } from './refreshAll';

const accountsKey = ['accounts', 'refresh'];
const invitationsKey = ['invitations', 'refresh'];

/** Asks Amazon for a connection's accounts and their invitations. */
export function useRefreshAccounts(): (connectionId: string) => void {
  return useMutation({
    mutationKey: accountsKey,
    mutationFn: (connectionId: string) => api.accounts.refresh({ connectionId }),
    gcTime: Infinity,
  }).mutate;
}

/** Asks Amazon for the invitations of the accounts. */
export function useRefreshInvitations(): (accounts: readonly AccountRef[]) => void {
  return useMutation({
    mutationKey: invitationsKey,
    mutationFn: (accounts: readonly AccountRef[]) => api.invitations.refresh({ accounts: [...accounts] }),
    gcTime: Infinity,
  }).mutate;
}

/** Asks Amazon again for what could not be read. */
export function useReadAgain(): (failures: readonly RefreshFailure[]) => void {
  const refreshAccounts = useRefreshAccounts();
  const refreshInvitations = useRefreshInvitations();
  return (failures) => {
    for (const { account, connectionId } of failures) if (account === null) refreshAccounts(connectionId);
    const unread = failures.flatMap(({ account }) => (account === null ? [] : [account]));
    if (unread.length > 0) refreshInvitations(unread);
  };
}

/** The state of refreshing, across all connections and accounts. */
export function useRefreshState(): RefreshState {
  const ofAccounts = useMutationState({
    filters: { mutationKey: accountsKey },
    select: ({ state }) =>
      accountsReading(state.variables as string, attemptOf<ChannelOutput<'accounts.refresh'>>(state)),
  });
  const ofInvitations = useMutationState({
    filters: { mutationKey: invitationsKey },
    select: ({ state }) =>
      invitationsReading(
        state.variables as readonly AccountRef[],
        attemptOf<ChannelOutput<'invitations.refresh'>>(state),
      ),
  });
  const connectionIds = (useConnections() ?? []).map(({ connectionId }) => connectionId);
  const progress = useRefreshProgress();
  const ofAll = progress === undefined ? [] : [allReading(progress)];
  const beginning = useIsMutating({ mutationKey: refreshAllKey }) > 0;
  const state = refreshStateOf([...ofAccounts, ...ofInvitations, ...ofAll], connectionIds);
  return beginning ? { ...state, refreshing: true } : state;
}

/** The cache loses the types; a key's variables and answer are those of the one hook above that uses it. */
const attemptOf = <Answer>({ submittedAt, data, error }: MutationState): Attempt<Answer> => ({
  at: submittedAt,
  answer: data as Answer | undefined,
  error: error === null ? undefined : toErrorBody(error),
});
