import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { openExternal } from './openExternal';

const amazonGuide =
  'https://advertising.amazon.com/API/docs/en-us/guides/amazon-marketing-cloud/admin/account-management';

/** The native menu: the roles every desktop program has, in the places each platform has them. */
export function installMenu(): void {
  const isMac = process.platform === 'darwin';
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
        { role: 'toggleDevTools', visible: !app.isPackaged },
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
        { role: 'about', visible: !isMac },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
