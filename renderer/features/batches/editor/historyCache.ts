import type { QueryClient } from '@tanstack/react-query';
import type { History } from '../gridModel/history';

/** Max number of batches whose undo history is kept. */
const maxHistories = 5;

/** Changes in a batch can still be undone after visiting another screen, or a few other batches. */
export function cacheHistory(client: QueryClient, batchId: string, history: History): void {
  const before = client.getQueryData<CachedHistories>(key) ?? [];
  client.setQueryDefaults(key, { gcTime: Infinity });
  client.setQueryData<CachedHistories>(
    key,
    [...before.filter((each) => each.batchId !== batchId), { batchId, history }].slice(-maxHistories),
  );
}

/** Undefined if there is none for the batch. */
export const cachedHistory = (client: QueryClient, batchId: string): History | undefined =>
  client.getQueryData<CachedHistories>(key)?.find((each) => each.batchId === batchId)?.history;

/** The batch left last is last. */
type CachedHistories = readonly { readonly batchId: string; readonly history: History }[];

const key = ['batchHistories'];
