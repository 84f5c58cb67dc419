import { keepPreviousData, useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import type { CodedError } from '../../shared/errors';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';

type Page = ChannelOutput<'activity.list'>;

/** One page of the record. While the next page is read the previous one stays on screen. */
export function useActivity(input: ChannelInput<'activity.list'>): {
  readonly page: Page | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    queryKey: ['activity', 'list', input],
    queryFn: () => api.activity.list(input),
    placeholderData: keepPreviousData,
  });
  return { page: query.data, error: query.error };
}

/** Asks where to save the entries and writes them there. */
export const useExportActivity = (): UseMutationResult<
  ChannelOutput<'activity.export'>,
  CodedError,
  ChannelInput<'activity.export'>
> => useMutation({ mutationFn: (filter) => api.activity.export(filter) });
