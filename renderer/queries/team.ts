import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import type { SoloOffer } from '../../shared/domain/team/soloOffer';
import type { TeamDouble } from '../../shared/domain/team/teamDouble';
import type { TeamRules } from '../../shared/domain/team/teamRules';
import type { TeamStatus } from '../../shared/domain/team/teamStatus';
import type { BarringClaim } from '../../shared/domain/team/barringClaim';
import type { CodedError, ErrorBody } from '../../shared/errors';
import { api } from '../bridge/api';

/** How often the time of the last contact is queried while it is on screen, in ms. */
const askAgainEveryMs = 15_000;

/** The team this installation belongs to, live; null without one, undefined until the first answer. */
export const useTeam = (): TeamStatus | null | undefined =>
  useQuery({
    queryKey: ['team', 'status'],
    queryFn: async () => (await api.team.status()).team,
    refetchInterval: askAgainEveryMs,
  }).data;

/** The accounts that can be shared, live. */
export const useSharableAccounts = (): ChannelOutput<'team.accounts'> | undefined =>
  useQuery({ queryKey: ['team', 'accounts'], queryFn: () => api.team.accounts() }).data;

type TeamMutation<Name extends 'test' | 'setUp' | 'join'> = UseMutationResult<
  ChannelOutput<`team.${Name}`>,
  CodedError,
  ChannelInput<`team.${Name}`>
>;

/** The input has the password, so none of it stays once it is sent. */
const forgetInput = { gcTime: 0 };

export const useTestStore = (): TeamMutation<'test'> =>
  useMutation({ ...forgetInput, mutationFn: (input) => api.team.test(input) });
export const useSetUpStore = (): TeamMutation<'setUp'> =>
  useMutation({ ...forgetInput, mutationFn: (input) => api.team.setUp(input) });
export const useJoinTeam = (): TeamMutation<'join'> =>
  useMutation({ ...forgetInput, mutationFn: (input) => api.team.join(input) });

export const useLeaveTeam = (): UseMutationResult<object, CodedError, ChannelInput<'team.leave'>> =>
  useMutation({ mutationFn: (input) => api.team.leave(input) });

export const useChooseCaFile = (): UseMutationResult<string | null, CodedError, void> =>
  useMutation({ mutationFn: async () => (await api.team.chooseCaFile()).caFile });

/** What holds for everybody of the team, live; null without one, undefined until the first answer. */
export const useTeamRules = (): TeamRules | null | undefined =>
  useQuery({ queryKey: ['team', 'rules'], queryFn: async () => (await api.team.rules()).rules }).data;

export const useSetTeamRules = (): UseMutationResult<object, CodedError, ChannelInput<'team.setRules'>> =>
  useMutation({ mutationFn: (input) => api.team.setRules(input) });

/** What can be decided about a run that waits, live; null unless the team’s database is away. */
export const useSoloOffer = (runId: number): SoloOffer | null =>
  useQuery({
    queryKey: ['team', 'soloOffer', runId],
    queryFn: async () => (await api.team.soloOffer({ runId })).offer,
    refetchInterval: askAgainEveryMs,
  }).data ?? null;

export const useSendSolo = (): UseMutationResult<object, CodedError, ChannelInput<'team.sendSolo'>> =>
  useMutation({ mutationFn: (input) => api.team.sendSolo(input) });

/** Who was invited twice since one invitation was sent without the team, live. */
export const useDoubles = (): readonly TeamDouble[] =>
  useQuery({ queryKey: ['team', 'doubles'], queryFn: async () => (await api.team.doubles()).doubles }).data ??
  noDoubles;

const noDoubles: readonly TeamDouble[] = [];

export const useDismissDouble = (): UseMutationResult<
  object,
  CodedError,
  ChannelInput<'team.dismissDouble'>
> => useMutation({ mutationFn: (input) => api.team.dismissDouble(input) });

/** What bars a change, as the store says when it is asked first; null: nothing any longer. */
export function useBarringClaim(operationId: number): {
  readonly claim: BarringClaim | null | undefined;
  readonly error: ErrorBody | null;
} {
  const query = useQuery<BarringClaim | null>({
    queryKey: ['claims', operationId],
    queryFn: async () => (await api.team.barredBy({ operationId })).claim,
    // What is on screen is what the person decides about.
    staleTime: Infinity,
    gcTime: 0,
  });
  return { claim: query.data, error: query.error };
}

export const useSettleClaim = (): UseMutationResult<
  ChannelOutput<'team.settleClaim'>,
  CodedError,
  ChannelInput<'team.settleClaim'>
> => useMutation({ mutationFn: (input) => api.team.settleClaim(input) });

type Accounts = ChannelInput<'team.share'>['accounts'];

/** Shares some accounts and stops sharing others. */
export const useChangeSharing = (): UseMutationResult<
  void,
  CodedError,
  { readonly share: Accounts; readonly unshare: Accounts }
> =>
  useMutation({
    mutationFn: async ({ share, unshare }) => {
      if (share.length > 0) await api.team.share({ accounts: share });
      if (unshare.length > 0) await api.team.unshare({ accounts: unshare });
    },
  });
