import type { MenuItemConstructorOptions } from 'electron';
import type { PageCommand } from '../../../shared/navigation/pageCommands';
import { keyedSections, sections, type SectionId } from '../../../shared/navigation/sections';
import { menuText } from './menuText';

/** By which the items are found, to enable them or not. */
export const exportItemId = 'export';
export const exportForApprovalItemId = 'exportForApproval';
export const openWindowItemId = 'openWindow';

interface MenuDeps {
  readonly platform: NodeJS.Platform;
  /** False when running from the checkout, which includes the developer tools. */
  readonly packaged: boolean;
  /** The app's name. */
  readonly name: string;
  readonly openGuide: () => void;
  readonly copyDiagnostics: () => void;
  readonly copyObservations: () => void;
  readonly showSettings: () => void;
  /** Asks for a list and opens it in a new batch. */
  readonly importList: () => void;
  /** Asks for a signed batch file and opens it. */
  readonly openBatchFile: () => void;
  /** Has the page do it. */
  readonly command: (command: PageCommand) => void;
  readonly showMainWindow: () => void;
  /** The windows besides the main one. A Mac lists them itself. */
  readonly furtherWindows: readonly { readonly title: string; readonly show: () => void }[];
}

/** The native menu: what can be done from any screen, and the roles every desktop app has, in the places each platform has them. */
export function menuTemplate(deps: MenuDeps): MenuItemConstructorOptions[] {
  const isMac = deps.platform === 'darwin';
  return [
    ...(isMac ? [macAppMenu(deps)] : []),
    fileMenu(deps),
    editMenu(deps),
    viewMenu(deps),
    goMenu(deps),
    isMac ? { role: 'windowMenu' } : windowMenu(deps),
    helpMenu(deps),
  ];
}

/** Also available while no window is open, when the page's own shortcuts aren't. */
const macAppMenu = ({ name, showSettings }: MenuDeps): MenuItemConstructorOptions => ({
  label: name,
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    { label: menuText.settings, accelerator: 'Command+,', click: showSettings },
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { role: 'quit' },
  ],
});

const fileMenu = (deps: MenuDeps): MenuItemConstructorOptions => ({
  label: menuText.file,
  submenu: [
    item(deps, menuText.newBatch, 'newBatch'),
    { label: menuText.importList, accelerator: 'CmdOrCtrl+O', click: deps.importList },
    { label: menuText.openBatchFile, click: deps.openBatchFile },
    item(deps, menuText.invite, 'invite', 'CmdOrCtrl+N'),
    { type: 'separator' },
    // Until a screen says that it can have its own window, or has something to export.
    { ...item(deps, menuText.openWindow, 'openWindow'), id: openWindowItemId, enabled: false },
    { ...item(deps, menuText.export, 'export'), id: exportItemId, enabled: false },
    {
      ...item(deps, menuText.exportForApproval, 'exportForApproval'),
      id: exportForApprovalItemId,
      enabled: false,
    },
    { type: 'separator' },
    // A Mac has Settings and Quit in the app's own menu.
    ...(deps.platform === 'darwin'
      ? [{ role: 'close' } as const]
      : [
          item(deps, menuText.settings, 'settings', 'Ctrl+,'),
          { type: 'separator' } as const,
          { role: 'quit' } as const,
        ]),
  ],
});

const editMenu = (deps: MenuDeps): MenuItemConstructorOptions => ({
  label: menuText.edit,
  submenu: [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    { role: 'selectAll' },
    { type: 'separator' },
    item(deps, menuText.find, 'search', 'CmdOrCtrl+F'),
    item(deps, menuText.findAnything, 'palette', 'CmdOrCtrl+K'),
  ],
});

const viewMenu = (deps: MenuDeps): MenuItemConstructorOptions => ({
  label: menuText.view,
  submenu: [
    item(deps, menuText.refresh, 'refresh', 'CmdOrCtrl+R'),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    // Hiding the item alone would leave its shortcut working.
    ...(deps.packaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ],
});

const goMenu = (deps: MenuDeps): MenuItemConstructorOptions => {
  const isMac = deps.platform === 'darwin';
  return {
    label: menuText.go,
    submenu: [
      item(deps, menuText.back, 'back', isMac ? 'Command+[' : 'Alt+Left'),
      item(deps, menuText.forward, 'forward', isMac ? 'Command+]' : 'Alt+Right'),
      { type: 'separator' },
      ...sections.map(({ id, title }) => item(deps, title, id, keyOf(id))),
    ],
  };
};

/** By the place among those with a key. */
function keyOf(section: SectionId): string | undefined {
  const index = keyedSections.findIndex(({ id }) => id === section);
  return index < 0 ? undefined : `CmdOrCtrl+${String(index + 1)}`;
}

/** Elsewhere than on a Mac: the keys of the roles are those of any program, and the windows are listed. */
const windowMenu = ({ showMainWindow, furtherWindows }: MenuDeps): MenuItemConstructorOptions => ({
  label: menuText.window,
  submenu: [
    { role: 'minimize' },
    { role: 'close' },
    { type: 'separator' },
    { label: menuText.mainWindow, click: showMainWindow },
    ...furtherWindows.map(({ title, show }) => ({ label: literal(title), click: show })),
  ],
});

/** A name as it is: a menu takes a single & as the mark of a key. */
const literal = (name: string): string => name.replaceAll('&', '&&');

const helpMenu = (deps: MenuDeps): MenuItemConstructorOptions => ({
  role: 'help',
  submenu: [
    item(deps, menuText.shortcuts, 'help'),
    item(deps, menuText.whatsNew, 'whatsNew'),
    { type: 'separator' },
    { label: menuText.guide, click: deps.openGuide },
    item(deps, menuText.firstAccount, 'firstAccount'),
    { type: 'separator' },
    { label: menuText.copyDiagnostics, click: deps.copyDiagnostics },
    { label: menuText.copyObservations, click: deps.copyObservations },
    ...(deps.platform === 'darwin' ? [] : [{ role: 'about' } as const]),
  ],
});

/**
 * Something the page does. Its key is only shown: the page listens for it itself, and knows when a dialog is open. (On a Mac the
 * menu gets no key that the page took.)
 */
const item = (
  { command }: MenuDeps,
  label: string,
  what: PageCommand,
  accelerator?: string,
): MenuItemConstructorOptions => ({
  label,
  click: () => command(what),
  ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
});
