import { useQuery } from '@tanstack/react-query';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';

/** The file that was opened with the app and waits, or why one was not taken. */
export function useArrivedFile(): ChannelOutput<'batches.arrivedFile'> {
  const { data } = useQuery({
    queryKey: ['batches', 'arrivedFile'],
    queryFn: () => api.batches.arrivedFile(),
  });
  return data ?? nothing;
}

const nothing = { file: null, refused: null };

/** Puts it aside. */
export function useDismissArrivedFile(): () => void {
  const dismiss = useQuietChange(() => api.batches.dismissArrived());
  return () => dismiss({});
}
