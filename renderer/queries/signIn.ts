import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { api } from '../api';
import type { CodedError } from '../../shared/errors';
import { useQuietChange } from './quiet';
import { useRefreshAccounts } from './refresh';

interface SignInVariables {
  readonly connectionId: string;
  readonly acceptOtherIdentity?: boolean;
}

const signInKey = ['connections', 'signIn'];

/**
 * Starts a sign-in, from any screen. It outlives the component that started it; follow it with `useSignInAttempts`.
 * A success is followed by reading the connection's accounts.
 */
export function useStartSignIn(): (variables: SignInVariables) => void {
  const refreshAccounts = useRefreshAccounts();
  const { mutate } = useMutation({
    mutationKey: signInKey,
    mutationFn: (variables: SignInVariables) => api.connections.signIn(variables),
    onSuccess: (_answer, { connectionId }) => {
      refreshAccounts(connectionId);
    },
    // An ended sign-in is shown until the person has seen it.
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

/** Forgets how a connection's sign-ins ended; what they changed stays. */
export function useForgetSignIn(): (connectionId: string) => void {
  const cache = useQueryClient().getMutationCache();
  return (connectionId) => {
    for (const mutation of cache.findAll({ mutationKey: signInKey })) {
      const { connectionId: about } = mutation.state.variables as SignInVariables;
      if (about === connectionId && mutation.state.status !== 'pending') cache.remove(mutation);
    }
  };
}

/** Ends a sign-in that waits for the browser. */
export const useCancelSignIn = (): ((connectionId: string) => void) =>
  useQuietChange((connectionId: string) => api.connections.cancelSignIn({ connectionId }));
