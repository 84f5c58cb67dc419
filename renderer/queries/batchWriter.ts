import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';

/** Which window edits the batch, as seen from this one. */
export interface BatchWriter extends ChannelOutput<'batches.edit'> {
  /** Nothing is unsaved, so the window that asks may edit. @param failure why something is; null: nothing */
  readonly handOver: (failure: string | null) => void;
  /** The screen was left, and everything is saved. */
  readonly stop: () => void;
}

/** Asks to edit a batch in this window, and again whenever the other one may have ended. Undefined until the first answer. */
export function useBatchWriter(batchId: string): {
  readonly writer: BatchWriter | undefined;
  readonly error: CodedError | null;
} {
  const [editId] = useState(() => crypto.randomUUID());
  const query = useQuery({
    queryKey: ['windows', 'writer', batchId, editId],
    queryFn: () => api.batches.edit({ batchId, editId }),
    gcTime: 0,
  });
  // A call that fails comes from a closing window; main frees the batch with it.
  const send = (answer: Promise<unknown>): void => void answer.catch(() => undefined);
  return {
    writer:
      query.data === undefined
        ? undefined
        : {
            ...query.data,
            handOver: (failure) => send(api.batches.handOver({ batchId, failure })),
            stop: () => send(api.batches.stopEditing({ batchId, editId })),
          },
    error: query.error,
  };
}

/** Edits the batch here instead of in the other window, which saves its changes first. */
export function useTakeOver(batchId: string): {
  readonly takeOver: () => void;
  readonly pending: boolean;
  readonly error: CodedError | null;
} {
  const { mutate, isPending, error } = useMutation({ mutationFn: () => api.batches.takeOver({ batchId }) });
  return { takeOver: () => mutate(), pending: isPending, error };
}

/** Brings the window forward that edits the batch. */
export function useShowWriter(batchId: string): () => void {
  const show = useQuietChange(() => api.batches.showWriter({ batchId }));
  return () => show(undefined);
}

/** The batch as the window that edits it has saved it, live. @param enabled false: this window edits it itself */
export const useRowsElsewhere = (
  batchId: string,
  enabled: boolean,
): ChannelOutput<'batches.get'> | undefined => {
  const query = useQuery({
    queryKey: ['batches', 'rowsElsewhere', batchId],
    queryFn: () => api.batches.get({ batchId }),
    enabled,
    gcTime: 0,
  });
  return enabled ? query.data : undefined;
};
