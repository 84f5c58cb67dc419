import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DirectoryFile } from '../../shared/domain/person/directory';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';

/** Importing a directory's export. */
export interface DirectoryImport {
  /** Asks for a file and imports it in place of the earlier one. */
  readonly start: () => void;
  readonly isRunning: boolean;
  /** What was just imported; null if nothing was, and after `dismiss`. */
  readonly imported: DirectoryFile | null;
  /** Why the latest one failed; the earlier file is still there then. */
  readonly error: CodedError | null;
  readonly dismiss: () => void;
}

export function useImportDirectory(): DirectoryImport {
  const client = useQueryClient();
  const { mutate, isPending, data, error, reset } = useMutation({
    mutationFn: () => api.directory.import({}),
    // Only with the list at hand does the notice of success fit what is below it.
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  return {
    start: () => mutate(),
    isRunning: isPending,
    imported: data?.file ?? null,
    error,
    dismiss: reset,
  };
}

/** Deletes everything stored of the file. @param onForgotten also called if the dialog is no longer on screen */
export function useForgetDirectory(onForgotten: () => void): {
  readonly forget: () => void;
  readonly isRunning: boolean;
  readonly error: CodedError | null;
} {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.directory.forget({}),
    onSuccess: () => {
      onForgotten();
      return client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return { forget: () => mutate(), isRunning: isPending, error };
}
