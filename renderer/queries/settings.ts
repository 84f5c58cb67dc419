import { useMutation, useQuery } from '@tanstack/react-query';
import type { Settings } from '../../shared/domain/settings';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { quietKey, useQuietChange } from './cache/quietMutations';

/** Undefined until the first answer. */
export function useSettings(): Settings | undefined {
  return useQuery({ queryKey: ['settings', 'get'], queryFn: async () => (await api.settings.get()).settings })
    .data;
}

export const useChangeSettings = (): ((change: Partial<Settings>) => void) =>
  useQuietChange((change: Partial<Settings>) => api.settings.set({ settings: change }));

/** The app's information about itself and this machine. Undefined until the first answer. */
export function useAppInfo(): ChannelOutput<'app.info'> | undefined {
  return useQuery({ queryKey: ['app', 'info'], queryFn: () => api.app.info() }).data;
}

export const useCheckKeychain = (): (() => void) => {
  const check = useQuietChange(() => api.app.checkKeychain());
  return () => check(undefined);
};

interface Copying {
  readonly copy: () => void;
  readonly copied: boolean;
}

/** Copies diagnostics to the clipboard. A failure is shown like that of any small change. */
export const useCopyDiagnostics = (): Copying => useCopying(() => api.app.diagnostics());

/** The same for what Amazon's answers looked like. */
export const useCopyObservations = (): Copying => useCopying(() => api.app.observations());

function useCopying(mutationFn: () => Promise<unknown>): Copying {
  const { mutate, isSuccess } = useMutation({ mutationKey: quietKey, mutationFn });
  return { copy: () => mutate(), copied: isSuccess };
}
