import { Menu, type BrowserWindow } from 'electron';
import type { GridCommand } from '../../../shared/domain/batch/gridCommands';
import { cellMenuItems } from './cellMenuItems';

/** Some systems report the click only after the menu has closed; in ms. */
const clickAfterMs = 100;

/**
 * Opens the menu of a cell in a window; null: the window is gone.
 * @param at where, in px of the page
 * @returns the command that a person selected; null if none
 */
export function showCellMenu(
  window: BrowserWindow | null,
  { x, y }: { readonly x: number; readonly y: number },
): Promise<GridCommand | null> {
  if (window === null) return Promise.resolve(null);
  const zoom = window.webContents.getZoomFactor();
  return new Promise((resolve) => {
    Menu.buildFromTemplate(cellMenuItems(process.platform === 'darwin', resolve)).popup({
      window,
      x: Math.round(x * zoom),
      y: Math.round(y * zoom),
      callback: () => {
        setTimeout(() => resolve(null), clickAfterMs);
      },
    });
  });
}
