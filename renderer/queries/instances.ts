import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import type { AccountRef } from '../../shared/domain/account/account';
import type { KnownInstances, ReachedInstances } from '../../shared/domain/account/instance';
import { accountRefKey } from '../../shared/util/accountKey';
import { api } from '../bridge/api';

/** What can be opened in each account whose admin this person isn't; none until the first answer. */
export const useOwnInstances = (): readonly ReachedInstances[] =>
  useQuery({ queryKey: ['accounts', 'instances'], queryFn: () => api.accounts.instances({}) }).data
    ?.accounts ?? none;

const none: readonly ReachedInstances[] = [];

/** The same of one account; undefined for its admins, and until the first answer. */
export function useInstancesOf(account: AccountRef | null): ReachedInstances | undefined {
  const all = useOwnInstances();
  if (account === null) return undefined;
  return all.find((each) => accountRefKey(each.account) === accountRefKey(account));
}

/** All instances of an account, as last listed to an admin; undefined until the first answer, and without an account. */
export const useKnownInstances = (account: AccountRef | null): KnownInstances | undefined =>
  useQuery({
    queryKey: ['accounts', 'knownInstances', account === null ? null : accountRefKey(account)],
    queryFn: async () => (account === null ? null : await api.accounts.knownInstances({ account })),
    enabled: account !== null,
  }).data?.known;

/** What a text about instances means in accounts. */
export interface PlannedInAccounts {
  /** Undefined until the first answer; while another text is checked, what the text before meant. */
  readonly planned: ChannelOutput<'accounts.planInstances'> | undefined;
  /** Whether that is about what was asked last. */
  readonly isCurrent: boolean;
}

/** What a text about instances means in each account, and which plans of these people it replaces. */
export function usePlannedInstances(
  accounts: readonly AccountRef[],
  emailAddresses: readonly string[],
  instances: string,
): PlannedInAccounts {
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['accounts', 'planInstances', accounts, emailAddresses, instances],
    queryFn: () =>
      api.accounts.planInstances({ accounts: [...accounts], emailAddresses: [...emailAddresses], instances }),
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  return { planned: data, isCurrent: data !== undefined && !isPlaceholderData };
}

/** Asks Amazon again. */
export function useReadInstances(): {
  readonly read: (accounts: readonly AccountRef[]) => void;
  readonly isRunning: boolean;
} {
  const { mutate, isPending } = useMutation({
    mutationFn: (accounts: readonly AccountRef[]) => api.accounts.readInstances({ accounts: [...accounts] }),
  });
  return { read: mutate, isRunning: isPending };
}
