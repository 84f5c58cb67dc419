import { useRef } from 'react';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';
import { api } from '../../../bridge/api';
import { goTo } from '../../../navigation/useRoute';
import { useArrivals } from './arrivalsContext';

/**
 * The import that a dropped or opened file began in this batch, which was made for it; null: there is none. Who leaves the screen
 * finds it there again.
 */
export function useArrivedImport(batchId: string): {
  readonly file: ArrivedFile;
  /** The rows are in the batch. */
  readonly added: () => void;
  /** Ends it. Where nothing was added, the batch goes with it. */
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
