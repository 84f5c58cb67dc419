import { useEffect, useEffectEvent, useRef } from 'react';
import { api } from '../../../bridge/api';
import { useRowsElsewhere, type BatchWriter } from '../../../queries/batchWriter';
import type { GridStore } from '../gridModel/gridStore';
import type { Autosave } from './autosave';
import type { CheckScheduler } from './checkScheduler';

interface WriterParts {
  readonly store: GridStore;
  readonly saver: Autosave;
  readonly check: CheckScheduler;
}

/**
 * Keeps the grid to one writer. While another window edits the batch it is read-only and shows what is saved there. When another one
 * asks to edit, everything typed is saved first. When this window may edit, it begins with what the other one has saved.
 */
export function useOneWriter(
  { store, saver, check }: WriterParts,
  batchId: string,
  { writer, wanted, handOver }: BatchWriter,
): void {
  /** Another window may have changed rows that this one hasn't read since. */
  const isBehind = useRef(writer === 'elsewhere');
  const isElsewhere = writer === 'elsewhere';
  const saved = useRowsElsewhere(batchId, isElsewhere);
  useEffect(() => {
    if (saved !== undefined && store.state().isReadOnly) store.catchUp(saved);
  }, [store, saved]);

  const passOn = useEffectEvent(async (): Promise<void> => {
    store.commit();
    store.setReadOnly(true);
    const unsaved = await saver.flush();
    // A row that was rejected is back to what is stored, and said so: nothing of it can be lost.
    handOver(unsaved === null || unsaved.code === 'INVALID_INPUT' ? null : unsaved.message);
  });
  const begin = useEffectEvent(async (isCurrent: () => boolean): Promise<void> => {
    if (isBehind.current) {
      const now = await api.batches.get({ batchId });
      if (!isCurrent()) return;
      store.catchUp(now);
      isBehind.current = false;
    }
    store.setReadOnly(false);
    check.soon();
  });
  useEffect(() => {
    let isCurrent = true;
    if (isElsewhere) {
      isBehind.current = true;
      store.setReadOnly(true);
    } else if (wanted) void passOn();
    else if (store.state().isReadOnly) begin(() => isCurrent).catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [store, isElsewhere, wanted]);
}
