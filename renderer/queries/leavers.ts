import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import type { Leaver, LeaverPlan, LeaverSubject } from '../../shared/domain/leaver/leaver';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';

/** What somebody has, live. Undefined until the first answer. */
export function useLeaverPlan(subject: LeaverSubject): {
  readonly plan: LeaverPlan | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['leavers', 'plan', subject],
    queryFn: () => api.leavers.plan({ subject }),
  });
  return { plan: data, error };
}

/** A removal, and what the person has now, live. Undefined until the first answer. */
export function useLeaver(leaverId: string): {
  readonly details: ChannelOutput<'leavers.details'> | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['leavers', 'details', leaverId],
    queryFn: () => api.leavers.details({ leaverId }),
  });
  return { details: data, error };
}

/** The removals that were started, the newest first. Undefined until the first answer. */
export const useLeavers = (): readonly Leaver[] | undefined =>
  useQuery({ queryKey: ['leavers', 'list'], queryFn: () => api.leavers.list() }).data?.leavers;

/** Starts what a person agreed to. */
export function useStartLeaver(): UseMutationResult<
  ChannelOutput<'leavers.start'>,
  CodedError,
  ChannelInput<'leavers.start'>
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input) => api.leavers.start(input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['leavers'] }),
  });
}

/** Saves the proof of a removal where the person says. */
export const useSaveProof = (): UseMutationResult<
  ChannelOutput<'leavers.saveProof'>,
  CodedError,
  ChannelInput<'leavers.saveProof'>
> => useMutation({ mutationFn: (input) => api.leavers.saveProof(input) });
