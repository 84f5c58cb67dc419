import type { MouseEvent } from 'react';
import { api } from '../../../bridge/api';
import type { GridStore } from '../gridModel/gridStore';
import { isInHeader } from './useGridEvents';

/** A right click on a cell, Shift+F10 or the menu key opens the menu of the selected cells. An open cell has that of a field. */
export const cellMenuOf =
  (store: GridStore) =>
  (event: MouseEvent<HTMLElement>): void => {
    if (store.state().draft !== null || isInHeader(event.target)) return;
    event.preventDefault();
    void open(store, { x: event.clientX, y: event.clientY });
  };

async function open(store: GridStore, at: { readonly x: number; readonly y: number }): Promise<void> {
  const { command } = await api.app.cellMenu(at);
  if (command !== null) store[command]();
}
