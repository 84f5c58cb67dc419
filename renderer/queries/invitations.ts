import { keepPreviousData, useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import type { CodedError } from '../../shared/errors';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc';
import { api } from '../api';

type Page = ChannelOutput<'invitations.list'>;

/** One page of the stored invitations. While the next page is read the one before stays on screen. */
export function useInvitations(input: ChannelInput<'invitations.list'>): {
  readonly page: Page | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    queryKey: ['invitations', 'list', input],
    queryFn: () => api.invitations.list(input),
    placeholderData: keepPreviousData,
  });
  return { page: query.data, error: query.error };
}

/** Answers with the ids of the operations that were written down. */
type Change<Input> = UseMutationResult<readonly number[], CodedError, Input>;

export const useCreateInvitations = (): Change<ChannelInput<'invitations.create'>> =>
  useMutation({ mutationFn: async (input) => (await api.invitations.create(input)).operationIds });

export const useRevokeInvitations = (): Change<ChannelInput<'invitations.revoke'>> =>
  useMutation({ mutationFn: async (input) => (await api.invitations.revoke(input)).operationIds });

export const useResendInvitations = (): Change<ChannelInput<'invitations.resend'>> =>
  useMutation({ mutationFn: async (input) => (await api.invitations.resend(input)).operationIds });
