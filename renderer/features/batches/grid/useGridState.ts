import { useSyncExternalStore } from 'react';
import type { BatchStore } from '../gridModel/gridStore';
import type { GridState } from '../gridModel/gridState';

/** A part of the grid's state; drawn again when that part is another one. `select` gives equal things as one. */
export const useGrid = <Part>(store: BatchStore, select: (state: GridState) => Part): Part =>
  useSyncExternalStore(store.subscribe, () => select(store.state()));
