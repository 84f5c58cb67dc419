import { useSyncExternalStore } from 'react';
import type { GridStore } from '../gridModel/gridStore';
import type { GridState } from '../gridModel/gridState';

/** A part of the grid's state; drawn again when that part is another one. `select` gives equal things as one. */
export const useGridState = <Part>(store: GridStore, select: (state: GridState) => Part): Part =>
  useSyncExternalStore(store.subscribe, () => select(store.state()));
