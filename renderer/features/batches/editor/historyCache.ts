import type { QueryClient } from '@tanstack/react-query';
import type { History } from '../gridModel/history';

/** Of so many batches that were left last. */
const mostKept = 5;

/** What was done in a batch can be undone also after another screen, or some other batches. */
export function cacheHistory(client: QueryClient, batchId: string, history: History): void {
  const before = client.getQueryData<KeptHistories>(key) ?? [];
  client.setQueryDefaults(key, { gcTime: Infinity });
  client.setQueryData<KeptHistories>(
    key,
    [...before.filter((each) => each.batchId !== batchId), { batchId, history }].slice(-mostKept),
  );
}

/** Undefined when nothing is kept of the batch. */
export const cachedHistory = (client: QueryClient, batchId: string): History | undefined =>
  client.getQueryData<KeptHistories>(key)?.find((each) => each.batchId === batchId)?.history;

/** The batch left last is the last. */
type KeptHistories = readonly { readonly batchId: string; readonly history: History }[];

const key = ['batchHistories'];
