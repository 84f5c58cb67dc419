import { useMutation, useMutationState, type Mutation } from '@tanstack/react-query';
import type { AccountRef } from '../../shared/domain/account';
import { toErrorBody } from '../../shared/errors';
import type { ChannelOutput } from '../../shared/ipc';
import { api } from '../api';
import {
  accountKey,
  refreshStateOf,
  type Reading,
  type RefreshState,
  type RefreshTrouble,
} from './refreshState';

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

/** How refreshing goes, over all connections and accounts. */
export function useRefreshState(): RefreshState {
  const accountReads = useMutationState({ filters: { mutationKey: accountsKey }, select: accountReading });
  const invitationReads = useMutationState({
    filters: { mutationKey: invitationsKey },
    select: invitationReading,
  });
  return refreshStateOf([...accountReads, ...invitationReads]);
}

function accountReading({ state }: Mutation): Reading {
  const connectionId = state.variables as string;
  const answer = state.data as ChannelOutput<'accounts.refresh'> | undefined;
  const whole: RefreshTrouble[] =
    state.status === 'error' ? [{ connectionId, account: null, error: toErrorBody(state.error) }] : [];
  const parts = (answer?.failures ?? []).map(({ account, error }) => ({ connectionId, account, error }));
  return {
    at: state.submittedAt,
    pending: state.status === 'pending',
    about: [connectionId],
    troubles: [...whole, ...parts],
  };
}

function invitationReading({ state }: Mutation): Reading {
  const accounts = state.variables as readonly AccountRef[];
  const answer = state.data as ChannelOutput<'invitations.refresh'> | undefined;
  const failed =
    state.status === 'error'
      ? accounts.map((account) => ({ account, error: toErrorBody(state.error) }))
      : (answer?.results ?? []);
  return {
    at: state.submittedAt,
    pending: state.status === 'pending',
    about: accounts.map(accountKey),
    troubles: failed.flatMap(({ account, error }) =>
      error === null ? [] : [{ connectionId: account.connectionId, account, error }],
    ),
  };
}
