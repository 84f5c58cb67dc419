import { expect, test } from 'vitest';
import { cellMenuItems } from '../../../../main/shell/window/cellMenuItems';

test('the menu of a cell has the system’s clipboard, and the commands with the keys of the grid', () => {
  const selected: string[] = [];
  const items = cellMenuItems(false, (command) => selected.push(command));
  expect(items.slice(0, 3)).toEqual([{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }]);
  const commands = items.slice(4);
  expect(commands.map(({ label, accelerator }) => [label, accelerator])).toEqual([
    ['Fill down', 'Ctrl+D'],
    ['Clear cells', 'Delete'],
    ['Insert row above', 'Insert'],
    ['Delete rows', 'Ctrl+Delete'],
  ]);
  // Otherwise the key would do it twice.
  expect(commands.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  for (const { click } of commands) (click as () => void)();
  expect(selected).toEqual(['fillDown', 'clear', 'insertRow', 'deleteRows']);
});
