import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { AccountRef } from '../../shared/domain/account/account';
import { isStarting } from '../../shared/domain/outbox/runCounts';
import { continuable } from '../../shared/domain/outbox/attention';
import { numberToType } from '../../shared/domain/outbox/agreement';
import { maxRetried, type Decision, type Operation } from '../../shared/domain/outbox/operation';
import type { Run } from '../../shared/domain/outbox/run';
import type { CodedError, ErrorBody } from '../../shared/errors';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';

/** Max number of operations in one query to the journal, or in one command (see the channels' schemas). */
const maxAtOnce = 1000;

/** Max number of operations that `useOperations` follows. */
export const maxFollowed = maxAtOnce;

/** The operations with these IDs, live. Undefined until the first answer: what was followed before says nothing about these. */
export function useOperations(operationIds: readonly number[]): {
  readonly operations: readonly Operation[] | undefined;
  readonly error: ErrorBody | null;
} {
  const query = useQuery({
    queryKey: ['outbox', 'operations', operationIds],
    queryFn: async () =>
      (await api.outbox.operations({ operationIds: [...operationIds], limit: maxAtOnce })).operations,
    enabled: operationIds.length > 0,
  });
  return { operations: query.data, error: query.error };
}

/** One page of the journal, live. While the next page is read the previous one stays on screen. */
export function useOperationsPage(input: ChannelInput<'outbox.operations'>): {
  readonly page: ChannelOutput<'outbox.operations'> | undefined;
  readonly error: ErrorBody | null;
} {
  const query = useQuery({
    queryKey: ['outbox', 'page', input],
    queryFn: () => api.outbox.operations(input),
    placeholderData: keepPreviousData,
  });
  return { page: query.data, error: query.error };
}

/** How many operations, of one account or of all, have an unknown outcome. */
export function useDoubtCount(account: AccountRef | null): number {
  const query = useQuery({
    queryKey: ['outbox', 'doubts', account],
    queryFn: async () => {
      const scope = account === null ? {} : { account };
      return (await api.outbox.operations({ ...scope, statuses: ['inDoubt'], limit: 1 })).total;
    },
  });
  return query.data ?? 0;
}

/** How many changes failed and weren't retried, and why the latest one did; '' if there are none. */
export function useFailedChanges(): { readonly total: number; readonly latestReason: string } {
  const { page } = useOperationsPage({ statuses: ['failed'], latestOnly: true, limit: 1, offset: 0 });
  return { total: page?.total ?? 0, latestReason: page?.operations[0]?.error?.message ?? '' };
}

/** The progress of the runs and why nothing is sent, or is sent slowly, live. Undefined until the first answer. */
export function useOutboxStatus(): ChannelOutput<'outbox.status'> | undefined {
  return useQuery({ queryKey: ['outbox', 'status'], queryFn: () => api.outbox.status() }).data;
}

/** The runs that wait for their start. */
export const useStartingRuns = (): readonly Run[] => useOutboxStatus()?.runs.filter(isStarting) ?? [];

const heldAtStartKey = ['heldAtStart'];

/** The runs held back at the app's start, because it was closed before they ended, that still are. */
export function useHeldAtStart(): readonly Run[] {
  const held = useQuery({
    queryKey: heldAtStartKey,
    queryFn: async () => (await api.outbox.status()).runs.filter(isHeld).map(({ runId }) => runId),
    gcTime: Infinity,
  }).data;
  const runs = useOutboxStatus()?.runs ?? [];
  return runs.filter((run) => held?.includes(run.runId) === true && isHeld(run));
}

/**
 * How many changes a person can do something about now: those to decide or to retry, and those held back since the app was
 * closed. Not what waits for the network or a sign-in, and not what the app is still settling automatically.
 */
export function useNeedsPerson(): number {
  const data = useAttention();
  const waits = useOutboxStatus()?.waits ?? [];
  return continuable(useHeldAtStart(), waits) + (data?.decisions ?? 0) + (data?.retryable ?? 0);
}

/** What needs a person, and what the app checks automatically, live. Undefined until the first answer. */
export const useAttention = (): ChannelOutput<'outbox.attention'> | undefined =>
  useQuery({ queryKey: ['outbox', 'attention'], queryFn: () => api.outbox.attention() }).data;

export type OperationGroups = ChannelOutput<'outbox.groups'> & { readonly error: ErrorBody | null };

/** The operations that need somebody, of one run or of all (null), by account and cause, followed live. */
export function useOperationGroups(of: 'failed' | 'inDoubt', runId: number | null): OperationGroups {
  const { data, error } = useQuery({
    queryKey: ['outbox', 'groups', of, runId],
    queryFn: () => api.outbox.groups({ of, ...(runId === null ? {} : { runId }) }),
  });
  return { groups: data?.groups ?? [], total: data?.total ?? 0, error };
}

const isHeld = ({ paused, counts }: Run): boolean => paused && counts.queued > 0;

export const usePauseRuns = (): ((runIds: readonly number[]) => void) =>
  useQuietChange((runIds: readonly number[]) => api.outbox.pause({ runIds: [...runIds] }));

/** Resumes runs that were held back. */
export function useResumeRuns(): (runIds: readonly number[]) => void {
  const client = useQueryClient();
  return useQuietChange(async (runIds: readonly number[]) => {
    await api.outbox.resume({ runIds: [...runIds] });
    // If paused again, it would be by the person.
    client.setQueryData<readonly number[]>(heldAtStartKey, (held) =>
      held?.filter((id) => !runIds.includes(id)),
    );
  });
}

/** Stops runs before they start: nothing of them was sent. */
export const useCallBackRuns = (): ((runIds: readonly number[]) => void) =>
  useQuietChange((runIds: readonly number[]) => api.outbox.stop({ runIds: [...runIds] }));

export const useStopRuns = (): UseMutationResult<object, CodedError, readonly number[]> =>
  useMutation({ mutationFn: (runIds) => api.outbox.stop({ runIds: [...runIds] }) });

/** Retries failed operations, as a person agreed. */
export const useRetry = (): UseMutationResult<
  ChannelOutput<'outbox.retry'>,
  CodedError,
  ChannelInput<'outbox.retry'>
> => useMutation({ mutationFn: (input) => api.outbox.retry(input) });

/**
 * Retries failed operations that are on screen, row by row. Returns the IDs of the new ones; null if a person must be asked
 * first, because a number has to be typed or something has changed.
 */
export const useRetryShown = (): UseMutationResult<readonly number[] | null, CodedError, readonly number[]> =>
  useMutation({
    mutationFn: async (shown) => {
      const operationIds = [...shown];
      const [{ agreement }, { settings }] = await Promise.all([
        api.outbox.previewRetry({ operationIds }),
        api.settings.get(),
      ]);
      if (numberToType(agreement, settings) !== null) return null;
      const answer = await api.outbox.retry({ operationIds, agreed: agreement });
      return answer.agreed ? answer.operationIds : null;
    },
  });

/** The IDs of all failed operations, of one run or of all, for which a retry may help. */
export async function retryableIds(runId: number | null): Promise<readonly number[]> {
  const ids: number[] = [];
  const scope = runId === null ? {} : { runId };
  for (let offset = 0; ; offset += maxAtOnce) {
    const { operations, total } = await api.outbox.operations({
      ...scope,
      statuses: ['failed', 'stopped'],
      latestOnly: true,
      limit: maxAtOnce,
      offset,
    });
    ids.push(
      ...operations.filter(({ error }) => error?.retryable === true).map(({ operationId }) => operationId),
    );
    if (offset + operations.length >= total || operations.length === 0 || ids.length >= maxRetried) {
      return ids.slice(0, maxRetried);
    }
  }
}

/** The same decision for each operation, one after the other. Returns the IDs of the retries. */
export const useResolve = (): UseMutationResult<
  readonly number[],
  CodedError,
  { readonly operationIds: readonly number[]; readonly decision: Decision }
> =>
  useMutation({
    mutationFn: async ({ operationIds, decision }) => {
      const newIds: number[] = [];
      for (const operationId of operationIds) {
        newIds.push(...(await api.outbox.resolve({ operationId, decision })).operationIds);
      }
      return newIds;
    },
  });
