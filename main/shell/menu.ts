import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { openExternal } from './openExternal';
import { runtimeInfo } from './runtimeInfo';

const amazonGuide =
  'https://advertising.amazon.com/API/docs/en-us/guides/amazon-marketing-cloud/admin/account-management';

interface Actions {
  readonly copyDiagnostics: () => Promise<void>;
}

/** The native menu: the roles every desktop program has, in the places each platform has them. */
export function installMenu({ copyDiagnostics }: Actions): void {
  const isMac = process.platform === 'darwin';
  const { version, developmentRuntime } = runtimeInfo();
  app.setAboutPanelOptions({
    applicationVersion: developmentRuntime ? `${version} (development runtime)` : version,
  });
  const template: MenuItemConstructorOptions[] = [
    isMac ? { role: 'appMenu' } : { label: 'File', submenu: [{ role: 'quit' }] },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        // Hiding the item alone would leave its shortcut working.
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        {
          label: 'Amazon’s Guide to AMC Users',
          click: () => void openExternal(amazonGuide),
        },
        { label: 'Copy Diagnostics', click: () => void copyAndSay(copyDiagnostics) },
        { role: 'about', visible: !isMac },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

async function copyAndSay(copyDiagnostics: () => Promise<void>): Promise<void> {
  await copyDiagnostics();
  await dialog.showMessageBox({
    type: 'info',
    message: 'Diagnostics are on your clipboard.',
    detail:
      'They tell what support asks for first: versions, sizes and the log, without secrets, names or e-mail addresses. Read them before you paste them. Nothing was sent.',
  });
}
