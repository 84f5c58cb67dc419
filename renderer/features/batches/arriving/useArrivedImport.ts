import { useRef } from 'react';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';
import { api } from '../../../bridge/api';
import { goTo } from '../../../navigation/useRoute';
import { useArrivals } from './arrivalsContext';

/**
 * The import that a dropped or opened file started in this batch, which was created for it; null: there is none. It is still
 * there after leaving the screen.
 */
export function useArrivedImport(batchId: string): {
  readonly file: ArrivedFile;
  /** The rows are in the batch. */
  readonly added: () => void;
  /** Ends it. If nothing was added, the batch is removed too. */
  readonly close: () => void;
} | null {
  const { begun, ended } = useArrivals();
  const isFilled = useRef(false);
  if (begun?.batchId !== batchId) return null;
  return {
    file: begun.file,
    added: () => {
      isFilled.current = true;
    },
    close: () => {
      ended();
      if (isFilled.current) return;
      goTo({ screen: 'batches' });
      void api.batches.remove({ batchId }).catch(() => undefined);
    },
  };
}
