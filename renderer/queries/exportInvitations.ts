import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { CodedError } from '../../shared/errors';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { quietKey } from './cache/quietMutations';

/** Asks for a place and writes the invitations there. A failure is shown like that of any small change. */
export const useExportInvitations = (): UseMutationResult<
  ChannelOutput<'invitations.export'>,
  CodedError,
  ChannelInput<'invitations.export'>
> => useMutation({ mutationKey: quietKey, mutationFn: (input) => api.invitations.export(input) });
