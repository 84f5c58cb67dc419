import type { Batch } from '../../../../shared/domain/batch/batch';
import { useArchiveBatch, useDuplicateBatch, useRemoveBatch } from '../../../queries/batches';

export type BatchAction = 'rename' | 'duplicate' | 'archive' | 'delete';

/** The actions in the menu of a listed batch. Deleting can be undone from its notice. */
export function useBatchActions(rename: (batch: Batch) => void): (action: string, batch: Batch) => void {
  const archive = useArchiveBatch();
  const duplicate = useDuplicateBatch();
  const remove = useRemoveBatch();
  return (action, batch) => {
    const { batchId, archived } = batch;
    const actions: Readonly<Record<BatchAction, () => void>> = {
      rename: () => rename(batch),
      duplicate: () => duplicate.mutate({ batchId }),
      archive: () => archive.mutate({ batchId, archived: !archived }),
      delete: () => remove.mutate(batch),
    };
    if (action in actions) actions[action as BatchAction]();
  };
}
