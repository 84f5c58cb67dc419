import { z } from 'zod';
import { gridCommandNames } from './batchText';

/** What can be done with the selected cells and rows of a batch, from its toolbar, the menu of a cell, and by key. */
export const gridCommand = z.enum(['fillDown', 'clear', 'insertRow', 'deleteRows']);
export type GridCommand = z.infer<typeof gridCommand>;

/** A command's name, and its key as Electron writes it. */
export interface GridCommandLook {
  readonly name: string;
  readonly accelerator: string;
}

const keys: Readonly<Record<GridCommand, readonly [others: string, mac: string]>> = {
  fillDown: ['Ctrl+D', 'Command+D'],
  clear: ['Delete', 'Backspace'],
  insertRow: ['Insert', 'Command+Enter'],
  deleteRows: ['Ctrl+Delete', 'Command+Backspace'],
};

/** How the commands look in a menu. */
export const gridCommandLook = (command: GridCommand, mac: boolean): GridCommandLook => ({
  name: gridCommandNames[command],
  accelerator: keys[command][mac ? 1 : 0],
});
