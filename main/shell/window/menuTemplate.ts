import type { MenuItemConstructorOptions } from 'electron';
import { menuText } from './menuText';

interface MenuDeps {
  readonly platform: NodeJS.Platform;
  /** False when running from the checkout, which includes the developer tools. */
  readonly packaged: boolean;
  /** The app's name. */
  readonly name: string;
  readonly openGuide: () => void;
  readonly copyDiagnostics: () => void;
  readonly showSettings: () => void;
}

/** The native menu: the roles every desktop app has, in the places each platform has them. */
export function menuTemplate(deps: MenuDeps): MenuItemConstructorOptions[] {
  const { platform, packaged, openGuide, copyDiagnostics } = deps;
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [macAppMenu(deps)] : []),
    // Close on macOS, Quit elsewhere.
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: menuText.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        // Hiding the item alone would leave its shortcut working.
        ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: menuText.guide, click: openGuide },
        { label: menuText.copyDiagnostics, click: copyDiagnostics },
        ...(isMac ? [] : [{ role: 'about' } as const]),
      ],
    },
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
