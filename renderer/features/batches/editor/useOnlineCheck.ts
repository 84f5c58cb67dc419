import { useCheckOnline } from '../../../queries/batches';
import type { BatchEditor } from './useBatchEditor';
import type { OnlineCheck } from '../problems/onlineCheck';

/** The check against what Amazon says now. It belongs to the batch’s screen: it goes on when its dialog is closed. */
export function useOnlineCheck(
  batchId: string,
  { store, saved }: Pick<BatchEditor, 'store' | 'saved'>,
): OnlineCheck {
  const { mutate, data, error, isPending } = useCheckOnline(saved);
  return {
    pending: isPending,
    error,
    failures: data?.failures ?? [],
    run() {
      if (isPending) return;
      // What is being typed now is part of what is checked.
      store.commit();
      const since = store.step();
      mutate({ batchId, since: store.version() }, { onSuccess: (found) => store.tookCheck(found, since) });
    },
  };
}
