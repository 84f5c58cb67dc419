import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RefreshProgress } from '../../../shared/domain/account/refresh';
import { api } from '../../bridge/api';
import { useQuietChange } from '../cache/quietMutations';

const progressKey = ['accounts', 'refreshProgress'];
export const refreshAllKey = ['accounts', 'refreshAll'];

/** The progress of the refresh of all accounts. Undefined until the first answer. */
export const useRefreshProgress = (): RefreshProgress | undefined =>
  useQuery({
    queryKey: progressKey,
    queryFn: async () => (await api.accounts.refreshProgress()).progress,
  }).data;

/** Asks Amazon for all accounts and their invitations, in the background. */
export function useRefreshAll(): () => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationKey: refreshAllKey,
    mutationFn: async () => {
      await api.accounts.refreshAll();
      // For the page it is running once this ends.
      await client.invalidateQueries({ queryKey: progressKey });
    },
  });
  return () => mutate();
}

interface RefreshControls {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

export function useRefreshControls(): RefreshControls {
  const pause = useQuietChange(() => api.accounts.pauseRefresh());
  const resume = useQuietChange(() => api.accounts.resumeRefresh());
  const stop = useQuietChange(() => api.accounts.stopRefresh());
  return {
    pause: () => pause(undefined),
    resume: () => resume(undefined),
    stop: () => stop(undefined),
  };
}
