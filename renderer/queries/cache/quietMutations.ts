import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { CodedError } from '../../../shared/errors';

/** Marks a mutation as a quiet change; see `useQuietChange`. */
export const quietKey = ['quiet'];

/** A small change without a dialog of its own to show a failure in, such as a star: `useQuietFailures` shows it. */
export function useQuietChange<Input>(change: (input: Input) => Promise<unknown>): (input: Input) => void {
  return useMutation({ mutationKey: quietKey, mutationFn: change }).mutate;
}

export interface QuietFailure {
  readonly error: CodedError;
  /** The batch it is about; null if it is about none. */
  readonly batchId: string | null;
}

/** The failures of quiet changes and a function to dismiss them. */
export function useQuietFailures(): {
  readonly failures: readonly QuietFailure[];
  readonly forget: () => void;
} {
  const cache = useQueryClient().getMutationCache();
  const filters = { mutationKey: quietKey, status: 'error' as const };
  const states = useMutationState({ filters, select: ({ state }) => state });
  const failures = states.flatMap(({ error, variables }) =>
    error === null ? [] : [{ error, batchId: batchIdOf(variables) }],
  );
  const forget = (): void => {
    for (const mutation of cache.findAll(filters)) cache.remove(mutation);
  };
  return { failures, forget };
}

function batchIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('batchId' in input)) return null;
  return typeof input.batchId === 'string' ? input.batchId : null;
}
