import {
  keepPreviousData,
  useMutation,
  useMutationState,
  useQuery,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import type { AccountRef } from '../../shared/domain/account/account';
import type { MemberRefreshProgress } from '../../shared/domain/member/memberRefresh';
import type { CodedError } from '../../shared/errors';
import { accountRefKey } from '../../shared/util/accountKey';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';

export type MembersPage = ChannelOutput<'members.list'>;

/** The filter, order and page of an account's members. */
export type MembersQuery = ChannelInput<'members.list'>;

/** A page of an account's stored members, with its query. While the next one is read it is still the previous one. */
export function useMembers(query: MembersQuery): {
  readonly answer: { readonly query: MembersQuery; readonly page: MembersPage } | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['members', 'list', query],
    queryFn: async () => ({ query, page: await api.members.list(query) }),
    placeholderData: keepPreviousData,
  });
  return { answer: data, error };
}

const refreshKey = ['members', 'refresh'];

interface MembersRefresh {
  readonly refresh: (account: AccountRef) => void;
  /** Whether the account's lists are being read. */
  readonly refreshing: boolean;
  /** Why the latest refresh couldn't start; what Amazon refused is in the lists. */
  readonly error: CodedError | null;
}

/** Asks Amazon for an account's lists of members; the roles follow in the background. @param account null: none */
export function useRefreshMembers(account: AccountRef | null): MembersRefresh {
  const { mutate } = useMutation({
    mutationKey: refreshKey,
    mutationFn: (of: AccountRef) => api.members.refresh({ account: of }),
    gcTime: Infinity,
  });
  const attempts = useMutationState({
    filters: { mutationKey: refreshKey },
    select: ({ state }) => ({ of: state.variables as AccountRef, status: state.status, error: state.error }),
  });
  const latest =
    account === null
      ? undefined
      : attempts.findLast(({ of }) => accountRefKey(of) === accountRefKey(account));
  return {
    refresh: mutate,
    refreshing: latest?.status === 'pending',
    error: latest?.error ?? null,
  };
}

/** The progress of the background refresh of members. Undefined until the first answer. */
export const useMembersProgress = (): MemberRefreshProgress | undefined =>
  useQuery({
    queryKey: ['members', 'progress'],
    queryFn: async () => (await api.members.progress()).progress,
  }).data;

/** Returns the recorded run and whom it leaves out, or how it differs from what was agreed. */
export const useSetMemberRole = (): UseMutationResult<
  ChannelOutput<'members.setRole'>,
  CodedError,
  ChannelInput<'members.setRole'>
> => useMutation({ mutationFn: (input) => api.members.setRole(input) });

/** Like `useSetMemberRole`. */
export const useRemoveMembers = (): UseMutationResult<
  ChannelOutput<'members.remove'>,
  CodedError,
  ChannelInput<'members.remove'>
> => useMutation({ mutationFn: (input) => api.members.remove(input) });

interface MembersRefreshControls {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

export function useMembersRefreshControls(): MembersRefreshControls {
  const pause = useQuietChange(() => api.members.pauseRefresh());
  const resume = useQuietChange(() => api.members.resumeRefresh());
  const stop = useQuietChange(() => api.members.stopRefresh());
  return {
    pause: () => pause(undefined),
    resume: () => resume(undefined),
    stop: () => stop(undefined),
  };
}
