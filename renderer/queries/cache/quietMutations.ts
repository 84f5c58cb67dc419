import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { CodedError } from '../../../shared/errors';

/** Marks a mutation as a quiet change; see `useQuietChange`. */
export const quietKey = ['quiet'];

/** A small change without a dialog of its own to show a failure in, such as a star: `useQuietFailures` shows it. */
export function useQuietChange<Input>(change: (input: Input) => Promise<unknown>): (input: Input) => void {
  return useMutation({ mutationKey: quietKey, mutationFn: change }).mutate;
}

/** The failures of quiet changes and a function to dismiss them. */
export function useQuietFailures(): {
  readonly failures: readonly CodedError[];
  readonly forget: () => void;
} {
  const cache = useQueryClient().getMutationCache();
  const filters = { mutationKey: quietKey, status: 'error' as const };
  const errors = useMutationState({ filters, select: ({ state }) => state.error });
  const failures = errors.filter((error) => error !== null);
  const forget = (): void => {
    for (const mutation of cache.findAll(filters)) cache.remove(mutation);
  };
  return { failures, forget };
}
