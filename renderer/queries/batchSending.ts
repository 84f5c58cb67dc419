import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import type { BatchMember } from '../../shared/domain/batch/batchMember';
import type { BatchLink, BatchReport } from '../../shared/domain/batch/batchReport';
import type { CodedError } from '../../shared/errors';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { quietKey } from './cache/quietMutations';

/**
 * Invites the people of a batch’s rows.
 * @param reload reads the rows afterwards; the mutation waits for it, so that nobody edits outdated ones
 */
export const useSendBatch = (
  reload: () => Promise<void>,
): UseMutationResult<ChannelOutput<'outbox.sendBatch'>, CodedError, ChannelInput<'outbox.sendBatch'>> =>
  useMutation({
    mutationFn: (input) => api.outbox.sendBatch(input),
    // Failing to read the rows again doesn't mean that nothing was sent.
    onSuccess: () => reload().catch(() => undefined),
  });

/** Revokes what is still pending of a batch. */
export const useUndoBatch = (): UseMutationResult<
  ChannelOutput<'outbox.undoBatch'>,
  CodedError,
  ChannelInput<'outbox.undoBatch'>
> => useMutation({ mutationFn: (input) => api.outbox.undoBatch(input) });

/** The status of a batch's sent rows, live. */
export function useBatchReport(batchId: string): {
  readonly report: BatchReport | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    // Part of the journal: it becomes outdated with each change that is sent.
    queryKey: ['outbox', 'batchReport', batchId],
    queryFn: async () => (await api.batches.report({ batchId })).report,
  });
  return { report: query.data, error: query.error };
}

/** The pending invitations of a batch, live. */
export function useBatchLinks(batchId: string): readonly BatchLink[] | undefined {
  return useQuery({
    queryKey: ['invitations', 'batchLinks', batchId],
    queryFn: async () => (await api.batches.links({ batchId })).links,
  }).data;
}

/** Those who accepted invitations of the batch, live. */
export function useBatchMembers(batchId: string): readonly BatchMember[] | undefined {
  return useQuery({
    // It changes with who has access.
    queryKey: ['people', 'batchMembers', batchId],
    queryFn: async () => (await api.batches.members({ batchId })).members,
  }).data;
}

export const useExportReport = (): UseMutationResult<
  ChannelOutput<'batches.exportReport'>,
  CodedError,
  ChannelInput<'batches.exportReport'>
> => useMutation({ mutationKey: quietKey, mutationFn: (input) => api.batches.exportReport(input) });

export const useExportLinks = (): UseMutationResult<
  ChannelOutput<'batches.exportLinks'>,
  CodedError,
  ChannelInput<'batches.exportLinks'>
> => useMutation({ mutationKey: quietKey, mutationFn: (input) => api.batches.exportLinks(input) });
