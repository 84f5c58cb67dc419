import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChannelInput } from '../../shared/bridge/ipc';
import type { AccountGroup } from '../../shared/domain/account/labels';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';

const noGroups: readonly AccountGroup[] = [];

/** The groups of accounts in the person's order; none until they are read. */
export const useGroups = (): readonly AccountGroup[] =>
  useQuery({
    queryKey: ['accounts', 'groups'],
    queryFn: async () => (await api.accounts.groups({})).groups,
  }).data ?? noGroups;

/** A change of labels, with its progress and why the latest one failed. */
export interface LabelChange<Input> {
  readonly run: (input: Input, onDone?: () => void) => void;
  readonly isPending: boolean;
  readonly error: CodedError | null;
}

/** Over when the page shows it. */
function useLabelChange<Input>(change: (input: Input) => Promise<unknown>): LabelChange<Input> {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation<unknown, CodedError, Input>({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  return {
    run: (input, onDone) => {
      mutate(input, onDone === undefined ? {} : { onSuccess: onDone });
    },
    isPending,
    error,
  };
}

export const useLabelAccounts = (): LabelChange<ChannelInput<'accounts.label'>> =>
  useLabelChange((input: ChannelInput<'accounts.label'>) => api.accounts.label(input));

export const useRenameGroup = (): LabelChange<ChannelInput<'accounts.renameGroup'>> =>
  useLabelChange((input: ChannelInput<'accounts.renameGroup'>) => api.accounts.renameGroup(input));

export const useOrderGroups = (): LabelChange<ChannelInput<'accounts.orderGroups'>> =>
  useLabelChange((input: ChannelInput<'accounts.orderGroups'>) => api.accounts.orderGroups(input));

export const useDeleteGroup = (): LabelChange<ChannelInput<'accounts.deleteGroup'>> =>
  useLabelChange((input: ChannelInput<'accounts.deleteGroup'>) => api.accounts.deleteGroup(input));

export const useRestoreGroup = (): LabelChange<ChannelInput<'accounts.restoreGroup'>> =>
  useLabelChange((input: ChannelInput<'accounts.restoreGroup'>) => api.accounts.restoreGroup(input));
