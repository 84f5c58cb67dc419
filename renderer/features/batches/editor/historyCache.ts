import type { QueryClient } from '@tanstack/react-query';
import type { History } from '../gridModel/history';

/** Of so many batches that were left last. */
const maxHistories = 5;

/** What was done in a batch can be undone also after another screen, or some other batches. */
export function cacheHistory(client: QueryClient, batchId: string, history: History): void {
  const before = client.getQueryData<CachedHistories>(key) ?? [];
  client.setQueryDefaults(key, { gcTime: Infinity });
  client.setQueryData<CachedHistories>(
    key,
    [...before.filter((each) => each.batchId !== batchId), { batchId, history }].slice(-maxHistories),
  );
}

/** Undefined when nothing is kept of the batch. */
export const cachedHistory = (client: QueryClient, batchId: string): History | undefined =>
  client.getQueryData<CachedHistories>(key)?.find((each) => each.batchId === batchId)?.history;

/** The batch left last is the last. */
type CachedHistories = readonly { readonly batchId: string; readonly history: History }[];

const key = ['batchHistories'];
