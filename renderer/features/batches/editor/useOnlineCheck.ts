import { useCheckOnline, useCheckProgress, useStopCheck } from '../../../queries/batches';
import type { BatchEditor } from './useBatchEditor';
import type { OnlineCheck } from '../problems/onlineCheck';

/** The check against Amazon's current data. It belongs to the batch’s screen: it continues when its dialog is closed. */
export function useOnlineCheck(
  batchId: string,
  { store, saved }: Pick<BatchEditor, 'store' | 'saved'>,
): OnlineCheck {
  const { mutate, data, error, isPending } = useCheckOnline(saved);
  const progress = useCheckProgress(batchId, isPending);
  const stop = useStopCheck();
  return {
    pending: isPending,
    error,
    failures: data?.failures ?? [],
    progress,
    notRead: data?.notRead ?? 0,
    stop: () => stop(batchId),
    run() {
      if (isPending) return;
      // What is being typed is included in the check.
      store.commit();
      const since = store.step();
      mutate({ batchId, since: store.version() }, { onSuccess: (found) => store.tookCheck(found, since) });
    },
  };
}
