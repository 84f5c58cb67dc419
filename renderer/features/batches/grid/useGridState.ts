import { useSyncExternalStore } from 'react';
import type { GridStore } from '../gridModel/gridStore';
import type { GridState } from '../gridModel/gridState';

/** A part of the grid's state; redraws when that part changes. `select` must return the same object for equal parts. */
export const useGridState = <Part>(store: GridStore, select: (state: GridState) => Part): Part =>
  useSyncExternalStore(store.subscribe, () => select(store.state()));
