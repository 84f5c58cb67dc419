import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import type {
  Connection,
  ConnectionChange,
  ConnectionInput,
} from '../../shared/domain/connection/connection';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';

/** All connections, in the order of creation. Undefined until the first answer. */
export function useConnections(): readonly Connection[] | undefined {
  return useQuery({
    queryKey: ['connections', 'list'],
    queryFn: async () => (await api.connections.list()).connections,
  }).data;
}

/** One connection, undefined while unknown or if there is none with that ID. */
export const useConnection = (connectionId: string | undefined): Connection | undefined =>
  useConnections()?.find((connection) => connection.connectionId === connectionId);

type ConnectionMutation<Input> = UseMutationResult<Connection, CodedError, Input>;

/** The input may contain a client secret, so none of it is kept once it is sent. */
const forgetInput = { gcTime: 0 };

export const useAddConnection = (): ConnectionMutation<ConnectionInput> =>
  useMutation({
    ...forgetInput,
    mutationFn: async (input) => (await api.connections.add(input)).connection,
  });

export const useUpdateConnection = (): ConnectionMutation<{
  connectionId: string;
  change: ConnectionChange;
}> =>
  useMutation({
    ...forgetInput,
    mutationFn: async (input) => (await api.connections.update(input)).connection,
  });

export const useAddSandbox = (): ConnectionMutation<void> =>
  useMutation({ mutationFn: async () => (await api.connections.addSandbox({})).connection });

export const useSignOut = (): ((connectionId: string) => void) =>
  useQuietChange((connectionId: string) => api.connections.signOut({ connectionId }));

export const useRemoveConnection = (): UseMutationResult<object, CodedError, string> =>
  useMutation({ mutationFn: (connectionId) => api.connections.remove({ connectionId }) });
