import { useQuery } from '@tanstack/react-query';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';

/** The waiting file that was opened with the app, or why one wasn't accepted. */
export function useArrivedFile(): ChannelOutput<'batches.arrivedFile'> {
  const { data } = useQuery({
    queryKey: ['batches', 'arrivedFile'],
    queryFn: () => api.batches.arrivedFile(),
  });
  return data ?? nothing;
}

const nothing = { file: null, refused: null };

/** Dismisses it. */
export function useDismissArrivedFile(): () => void {
  const dismiss = useQuietChange(() => api.batches.dismissArrived());
  return () => dismiss({});
}
