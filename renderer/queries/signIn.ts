import { useMutation, useMutationState, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api } from '../bridge/api';
import type { CodedError } from '../../shared/errors';
import { useQuietChange } from './cache/quietMutations';
import { useRefreshAccounts } from './refresh/refresh';

interface SignInVariables {
  readonly connectionId: string;
  /** The one Amazon user who may take the connection over; null: one whom Amazon doesn't name. */
  readonly acceptUserId?: string | null;
}

const signInKey = ['connections', 'signIn'];

/**
 * Starts a sign-in, from any screen. It outlives the component that started it; follow it with `useSignInAttempts`. After a
 * success the connection's accounts are read.
 */
export function useStartSignIn(): (variables: SignInVariables) => void {
  const refreshAccounts = useRefreshAccounts();
  const { mutate } = useMutation({
    mutationKey: signInKey,
    mutationFn: (variables: SignInVariables) => api.connections.signIn(variables),
    onSuccess: (_answer, { connectionId }) => {
      refreshAccounts(connectionId);
    },
    // A completed sign-in is shown until the person has seen it.
    gcTime: Infinity,
  });
  return mutate;
}

export interface SignInAttempt {
  readonly connectionId: string;
  readonly waiting: boolean;
  readonly error: CodedError | null;
}

/** The latest sign-in of each connection tried since the page was opened, newest last. */
export function useSignInAttempts(): readonly SignInAttempt[] {
  const attempts = useMutationState({
    filters: { mutationKey: signInKey },
    select: ({ state }): SignInAttempt => ({
      connectionId: (state.variables as SignInVariables).connectionId,
      waiting: state.status === 'pending',
      error: state.error,
    }),
  });
  return [...new Map(attempts.map((attempt) => [attempt.connectionId, attempt])).values()];
}

/** Dismisses how a connection's sign-ins ended; what they changed stays. */
export function useForgetSignIn(): (connectionId: string) => void {
  const cache = useQueryClient().getMutationCache();
  return (connectionId) => {
    for (const mutation of cache.findAll({ mutationKey: signInKey })) {
      const { connectionId: about } = mutation.state.variables as SignInVariables;
      if (about === connectionId && mutation.state.status !== 'pending') cache.remove(mutation);
    }
  };
}

interface CopiedLink {
  readonly link: string;
  /** False if the clipboard didn't accept it. */
  readonly copied: boolean;
}

/** Copies a fresh link to a waiting sign-in to the clipboard; the previous one stops working. */
export const useCopySignInLink = (): UseMutationResult<CopiedLink, CodedError, string> =>
  useMutation({
    mutationFn: async (connectionId) => {
      const { link } = await api.connections.signInLink({ connectionId });
      return navigator.clipboard.writeText(link).then(
        () => ({ link, copied: true }),
        () => ({ link, copied: false }),
      );
    },
  });

/** "Yes, that is me", for the Amazon user shown. */
export const useConfirmIdentity = (): ((user: {
  readonly connectionId: string;
  readonly userId: string;
}) => void) => useQuietChange((user) => api.connections.confirmIdentity(user));

/** Cancels a sign-in that is waiting for the browser. */
export const useCancelSignIn = (): ((connectionId: string) => void) =>
  useQuietChange((connectionId: string) => api.connections.cancelSignIn({ connectionId }));
