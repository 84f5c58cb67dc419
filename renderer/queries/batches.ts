import {
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { CheckProgress } from '../../shared/domain/batch/checkProgress';
import type { Batch, BatchConflict } from '../../shared/domain/batch/batch';
import type { CodedError } from '../../shared/errors';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { quietKey, useQuietChange } from './cache/quietMutations';

/** All batches, including archived ones, most recently changed first. */
export function useBatches(): {
  readonly batches: readonly Batch[] | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    queryKey: ['batches', 'list'],
    queryFn: async () => (await api.batches.list()).batches,
  });
  return { batches: query.data, error: query.error };
}

/**
 * A batch with its rows when its screen opens. Its key doesn't begin with the area as others do: the grid itself makes most of
 * the changes that main reports, and must not be overtaken by an older reading.
 */
export function useOpenedBatch(
  batchId: string,
  enabled: boolean,
): {
  readonly opened: ChannelOutput<'batches.get'> | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    queryKey: ['openedBatch', batchId],
    queryFn: () => api.batches.get({ batchId }),
    enabled,
    gcTime: 0,
  });
  return { opened: query.data, error: query.error };
}

/** The status of a batch's sent rows, live. */
export function useBatchStatuses(batchId: string): ChannelOutput<'batches.statuses'>['statuses'] | undefined {
  return useQuery({
    // Part of the journal: it becomes outdated with each change that is sent.
    queryKey: ['outbox', 'batchStatuses', batchId],
    queryFn: async () => (await api.batches.statuses({ batchId })).statuses,
    gcTime: 0,
  }).data;
}

type BatchMutation<Name extends 'create' | 'rename' | 'duplicate' | 'archive' | 'setNotify'> =
  UseMutationResult<ChannelOutput<`batches.${Name}`>, CodedError, ChannelInput<`batches.${Name}`>>;

/** Small changes: a failure is shown like that of any small change. */
export const useCreateBatch = (): BatchMutation<'create'> =>
  useMutation({ mutationKey: quietKey, mutationFn: (input) => api.batches.create(input) });
export const useRenameBatch = (): BatchMutation<'rename'> =>
  useMutation({ mutationKey: quietKey, mutationFn: (input) => api.batches.rename(input) });
export const useDuplicateBatch = (): BatchMutation<'duplicate'> =>
  useMutation({ mutationKey: quietKey, mutationFn: (input) => api.batches.duplicate(input) });
export const useArchiveBatch = (): BatchMutation<'archive'> =>
  useMutation({ mutationKey: quietKey, mutationFn: (input) => api.batches.archive(input) });
export const useSetBatchNotify = (): BatchMutation<'setNotify'> =>
  useMutation({ mutationKey: quietKey, mutationFn: (input) => api.batches.setNotify(input) });

/** Stores what was typed, for actions that use the stored rows. @throws CodedError if that failed */
type Saved = () => Promise<void>;

export const useExportBatch = (
  saved: Saved,
): UseMutationResult<ChannelOutput<'batches.export'>, CodedError, ChannelInput<'batches.export'>> =>
  useMutation({
    mutationKey: quietKey,
    mutationFn: (input) => saved().then(() => api.batches.export(input)),
  });
export const useSaveTemplate = (): UseMutationResult<
  ChannelOutput<'batches.saveTemplate'>,
  CodedError,
  ChannelInput<'batches.saveTemplate'>
> => useMutation({ mutationKey: quietKey, mutationFn: (input) => api.batches.saveTemplate(input) });

const removeKey = [...quietKey, 'removeBatch'];

/** Removes a batch from the list; `useRemovedBatches` offers to restore it. */
export const useRemoveBatch = (): UseMutationResult<unknown, CodedError, Batch> =>
  useMutation({
    mutationKey: removeKey,
    mutationFn: ({ batchId }: Batch) => api.batches.remove({ batchId }),
    // As long as the app is open.
    gcTime: Infinity,
  });

/** The deleted batches, last one first, while they can be restored. */
export function useRemovedBatches(): {
  readonly removed: readonly Batch[];
  readonly restore: (batch: Batch) => void;
  /** Stops offering this one. */
  readonly forget: (batch: Batch) => void;
} {
  const cache = useQueryClient().getMutationCache();
  const filters = { mutationKey: removeKey, status: 'success' as const };
  const removed = useMutationState({ filters, select: ({ state }) => state.variables as Batch });
  const forget = ({ batchId }: Batch): void => {
    for (const mutation of cache.findAll(filters)) {
      if ((mutation.state.variables as Batch).batchId === batchId) cache.remove(mutation);
    }
  };
  const { mutate } = useMutation({
    mutationKey: quietKey,
    mutationFn: ({ batchId }: Batch) => api.batches.restore({ batchId }),
    onSuccess: (_, batch) => forget(batch),
  });
  return { removed: removed.toReversed(), restore: mutate, forget };
}

/** Reads the batch's accounts from Amazon and checks its rows against them. */
export const useCheckOnline = (
  saved: Saved,
): UseMutationResult<
  ChannelOutput<'batches.checkOnline'>,
  CodedError,
  ChannelInput<'batches.checkOnline'>
> => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input) => saved().then(() => api.batches.checkOnline(input)),
    onSuccess({ conflicts }, { batchId }) {
      client.setQueryData(conflictsKey(batchId), conflicts);
    },
  });
};

/** How far the check against Amazon has come while it is running, followed live; null before its first answer. */
export function useCheckProgress(batchId: string, running: boolean): CheckProgress | null {
  // Each account that was read changes the accounts: the key follows that.
  const query = useQuery({
    queryKey: ['accounts', 'checkProgress', batchId],
    queryFn: async () => (await api.batches.checkProgress({ batchId })).progress,
    enabled: running,
  });
  return running ? (query.data ?? null) : null;
}

export const useStopCheck = (): ((batchId: string) => void) =>
  useQuietChange((batchId: string) => api.batches.stopCheck({ batchId }));

const conflictsKey = (batchId: string): readonly string[] => ['batches', 'conflicts', batchId];

/** Rows whose facts have changed since a batch was drafted, live. */
export function useConflicts(batchId: string): readonly BatchConflict[] {
  const query = useQuery({
    queryKey: conflictsKey(batchId),
    queryFn: async () => (await api.batches.conflicts({ batchId })).conflicts,
  });
  return query.data ?? none;
}

const none: readonly BatchConflict[] = [];

/** Keeps rows despite their findings. */
export const useKeepRows = (): UseMutationResult<
  ChannelOutput<'batches.keepRows'>,
  CodedError,
  ChannelInput<'batches.keepRows'>
> => useMutation({ mutationFn: (input) => api.batches.keepRows(input) });

/** What sending would do. */
export const useDryRun = (
  saved: Saved,
): UseMutationResult<ChannelOutput<'batches.dryRun'>, CodedError, ChannelInput<'batches.dryRun'>> =>
  useMutation({ mutationFn: (input) => saved().then(() => api.batches.dryRun(input)) });

/** The exact body of one call, and what is planned for its people; null asks nothing. */
export function useDryRunCall(input: ChannelInput<'batches.dryRunCall'> | null): {
  readonly call: ChannelOutput<'batches.dryRunCall'> | null;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    queryKey: ['batches', 'dryRunCall', input],
    queryFn: async () => (input === null ? null : await api.batches.dryRunCall(input)),
    enabled: input !== null,
    gcTime: 0,
  });
  return { call: query.data ?? null, error: query.error };
}
