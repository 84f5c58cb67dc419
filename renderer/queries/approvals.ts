import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import type { ApprovalOfBatch, BatchReview, ReviewedRow } from '../../shared/domain/approval/batchReview';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';
import { quietKey, useQuietChange } from './cache/quietMutations';

/** This installation's key and colleagues' keys, live. Undefined until the first answer. */
export const useKeys = (): ChannelOutput<'approvals.keys'> | undefined =>
  useQuery({ queryKey: ['approvals', 'keys'], queryFn: () => api.approvals.keys() }).data;

export const useConfirmKey = (): ((input: ChannelInput<'approvals.confirmKey'>) => void) =>
  useQuietChange((input: ChannelInput<'approvals.confirmKey'>) => api.approvals.confirmKey(input));
export const useRenameKey = (): ((input: ChannelInput<'approvals.renameKey'>) => void) =>
  useQuietChange((input: ChannelInput<'approvals.renameKey'>) => api.approvals.renameKey(input));
export const useDistrustKey = (): ((key: string) => void) =>
  useQuietChange((key: string) => api.approvals.distrustKey({ key }));

/** The rule about approvals, live. Undefined until the first answer. */
export const useApprovalRule = (): ChannelOutput<'approvals.rule'> | undefined =>
  useQuery({ queryKey: ['approvals', 'rule'], queryFn: () => api.approvals.rule() }).data;

type ApprovalsMutation<Name extends 'setRule' | 'export' | 'answer' | 'take'> = UseMutationResult<
  ChannelOutput<`approvals.${Name}`>,
  CodedError,
  ChannelInput<`approvals.${Name}`>
>;

export const useSetApprovalRule = (): ApprovalsMutation<'setRule'> =>
  useMutation({ mutationKey: quietKey, mutationFn: (input) => api.approvals.setRule(input) });

/** Writes a batch for somebody else to approve. @param saved stores what was typed; throws if that failed */
export const useExportForApproval = (saved: () => Promise<void>): ApprovalsMutation<'export'> =>
  useMutation({
    mutationKey: quietKey,
    mutationFn: (input) => saved().then(() => api.approvals.export(input)),
  });

/** An opened batch file, live. Undefined until the first answer. */
export function useBatchReview(fileId: string): {
  readonly review: BatchReview | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['approvals', 'review', fileId],
    queryFn: () => readReview(fileId),
  });
  return { review: data, error };
}

async function readReview(fileId: string): Promise<BatchReview> {
  const { review, reviewId, rows: count } = await api.approvals.review({ fileId });
  const rows: ReviewedRow[] = [];
  while (rows.length < count) {
    const piece = await api.approvals.reviewRows({ reviewId, from: rows.length });
    rows.push(...piece.rows);
  }
  return { ...review, rows };
}

export const useAnswer = (): ApprovalsMutation<'answer'> =>
  useMutation({ mutationFn: (input) => api.approvals.answer(input) });

export const useTakeBatch = (): ApprovalsMutation<'take'> =>
  useMutation({ mutationFn: (input) => api.approvals.take(input) });

/** How a batch stands with the rule, live. Undefined until the first answer. */
export const useApprovalOfBatch = (batchId: string): ApprovalOfBatch | undefined =>
  useQuery({
    queryKey: ['approvals', 'ofBatch', batchId],
    queryFn: async () => (await api.approvals.ofBatch({ batchId })).status,
  }).data;
