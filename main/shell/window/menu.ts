import { app, dialog, Menu } from 'electron';
import { menuTemplate } from './menuTemplate';
import { openExternal } from '../system/openExternal';
import { runtimeInfo } from '../system/runtimeInfo';

const amazonGuide =
  'https://advertising.amazon.com/API/docs/en-us/guides/amazon-marketing-cloud/admin/account-management';

interface Actions {
  readonly copyDiagnostics: () => Promise<void>;
  readonly showSettings: () => void;
}

/** Installs the native menu (see `menuTemplate`). */
export function installMenu({ copyDiagnostics, showSettings }: Actions): void {
  const { version, developmentRuntime } = runtimeInfo();
  app.setAboutPanelOptions({
    applicationVersion: developmentRuntime ? `${version} (development runtime)` : version,
  });
  const template = menuTemplate({
    platform: process.platform,
    packaged: app.isPackaged,
    name: app.getName(),
    openGuide: () => void openExternal(amazonGuide),
    copyDiagnostics: () => void copyAndSay(copyDiagnostics),
    showSettings,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

async function copyAndSay(copyDiagnostics: () => Promise<void>): Promise<void> {
  await copyDiagnostics();
  await dialog.showMessageBox({
    type: 'info',
    message: 'Diagnostics are on your clipboard.',
    detail:
      'They contain what support asks for first: versions, sizes and the log, without secrets, names or email addresses. Read them before you paste them. Nothing was sent.',
  });
}
