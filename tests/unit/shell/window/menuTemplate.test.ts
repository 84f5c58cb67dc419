import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { pageCommands } from '../../../../shared/navigation/pageCommands';
import { exportItemId, menuTemplate } from '../../../../main/shell/window/menuTemplate';

const platforms = ['darwin', 'win32', 'linux'] as const;
type Tested = (typeof platforms)[number];

/** What Electron puts into the menus that are roles, according to its own sources (lib/browser/api/menu-item-roles.ts). */
const partsOf = (role: string, platform: Tested): readonly string[] => {
  const mac = platform === 'darwin';
  switch (role.toLowerCase()) {
    case 'filemenu':
      return [mac ? 'close' : 'quit'];
    case 'editmenu':
      return ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'];
    case 'windowmenu':
      return ['minimize', 'zoom', ...(mac ? ['front'] : ['close'])];
    default:
      return [role];
  }
};

/** The shortcuts of roles, by Electron's documentation. */
const shortcuts: Readonly<Record<string, string>> = {
  close: 'CmdOrCtrl+W',
  quit: 'CmdOrCtrl+Q',
  hide: 'Command+H',
  hideOthers: 'Command+Alt+H',
  minimize: 'CmdOrCtrl+M',
  undo: 'CmdOrCtrl+Z',
  redo: 'Shift+CmdOrCtrl+Z',
  cut: 'CmdOrCtrl+X',
  copy: 'CmdOrCtrl+C',
  paste: 'CmdOrCtrl+V',
  selectAll: 'CmdOrCtrl+A',
  resetZoom: 'CmdOrCtrl+0',
  zoomIn: 'CmdOrCtrl+Plus',
  zoomOut: 'CmdOrCtrl+-',
};

function menuOn(platform: Tested, packaged = true) {
  const called: string[] = [];
  const note = (what: string) => () => called.push(what);
  const template = menuTemplate({
    platform,
    packaged,
    name: 'AMC Access Manager',
    openGuide: note('guide'),
    copyDiagnostics: note('diagnostics'),
    copyObservations: note('observations'),
    showSettings: note('settings'),
    openBatchFile: () => 0,
    importList: note('import'),
    command: (command) => called.push(command),
    showMainWindow: note('main window'),
    furtherWindows: [{ title: 'Launch & relaunch', show: note('further window') }],
  });
  const flat = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  const items = flat(template);
  const roles = items.flatMap(({ role }) => (role === undefined ? [] : partsOf(role, platform)));
  return { called, items, roles };
}

describe.each(platforms)('the menu on %s', (platform) => {
  const { items, roles } = menuOn(platform);

  test('closes, quits, hides and shows About as other programs there', () => {
    expect(roles).toEqual(expect.arrayContaining(['close', 'quit', 'minimize', 'about', 'copy', 'paste']));
    expect(roles.includes('hide')).toBe(platform === 'darwin');
  });

  test('has each item and each shortcut once', () => {
    expect(roles.filter((role, index) => roles.indexOf(role) !== index)).toEqual([]);
    const pressed = [
      ...roles.flatMap((role) => shortcuts[role] ?? []),
      ...items.flatMap(({ accelerator }) => accelerator ?? []),
    ];
    expect(new Set(pressed).size).toBe(pressed.length);
  });

  test('has the developer tools only if the program runs from the checkout', () => {
    expect(roles).not.toContain('toggleDevTools');
    expect(items.every(({ visible }) => visible !== false)).toBe(true);
    expect(menuOn(platform, false).roles).toContain('toggleDevTools');
  });
});

test('Settings… is in the app menu of a Mac, where no window may be open', () => {
  const { items, called } = menuOn('darwin');
  const settings = items.find(({ label }) => label === 'Settings…');
  expect(settings?.accelerator).toBe('Command+,');
  (settings?.click as (() => void) | undefined)?.();
  expect(called).toEqual(['settings']);
});

test.each(['win32', 'linux'] as const)('Settings… is under File on %s', (platform) => {
  const { items, called } = menuOn(platform);
  const file = items.find(({ label }) => label === 'File');
  const settings = (Array.isArray(file?.submenu) ? file.submenu : []).find(
    ({ label }) => label === 'Settings…',
  );
  (settings?.click as (() => void) | undefined)?.();
  expect(called).toEqual(['settings']);
});

test.each(platforms)(
  'everything the page can be asked for is in the menu on %s, and only its page key is shown',
  (platform) => {
    const { items, called } = menuOn(platform);
    const asks = items.filter(({ registerAccelerator, accelerator, click }) => {
      if (click === undefined) return false;
      return accelerator === undefined || registerAccelerator === false;
    });
    for (const { click } of asks) (click as () => void)();
    const missing = pageCommands.filter((command) => !called.includes(command));
    expect(missing).toEqual([]);
  },
);

test.each(platforms)('Export… is gray on %s until a screen has something to export', (platform) => {
  const { items } = menuOn(platform);
  expect(items.find(({ id }) => id === exportItemId)).toMatchObject({ label: 'Export…', enabled: false });
});
