import type { MenuItemConstructorOptions } from 'electron';
import { gridCommand, gridCommandLook, type GridCommand } from '../../../shared/domain/batch/gridCommands';

/** The menu of a cell of a batch. Only the system's own items read the clipboard, never the page. */
export function cellMenuItems(
  mac: boolean,
  select: (command: GridCommand) => void,
): MenuItemConstructorOptions[] {
  return [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { type: 'separator' },
    ...gridCommand.options.map((command): MenuItemConstructorOptions => {
      const { name, accelerator } = gridCommandLook(command, mac);
      // The key is only shown: the grid listens for it itself.
      return { label: name, accelerator, registerAccelerator: false, click: () => select(command) };
    }),
  ];
}
