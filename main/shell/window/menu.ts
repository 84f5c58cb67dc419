import { app, dialog, Menu } from 'electron';
import { exportForApprovalItemId, exportItemId, menuTemplate } from './menuTemplate';
import { openExternal } from '../system/openExternal';
import { runtimeInfo } from '../system/runtimeInfo';
import { menuText } from './menuText';

const amazonGuide =
  'https://advertising.amazon.com/API/docs/en-us/guides/amazon-marketing-cloud/admin/account-management';

interface Actions extends Pick<
  Parameters<typeof menuTemplate>[0],
  'showSettings' | 'importList' | 'openBatchFile' | 'command'
> {
  readonly copyDiagnostics: () => Promise<void>;
  readonly copyObservations: () => Promise<void>;
}

/** Installs the native menu (see `menuTemplate`). */
export function installMenu({ copyDiagnostics, copyObservations, ...actions }: Actions): void {
  const { version, developmentRuntime } = runtimeInfo();
  app.setAboutPanelOptions({
    applicationVersion: developmentRuntime ? menuText.developmentVersion(version) : version,
  });
  const template = menuTemplate({
    platform: process.platform,
    packaged: app.isPackaged,
    name: app.getName(),
    openGuide: () => void openExternal(amazonGuide),
    copyDiagnostics: () =>
      void copyAndSay(copyDiagnostics, menuText.diagnosticsCopied, menuText.diagnosticsContent),
    copyObservations: () =>
      void copyAndSay(copyObservations, menuText.observationsCopied, menuText.observationsContent),
    ...actions,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  // On a Mac the menu stays when the window is gone.
  app.on('browser-window-created', (_event, window) => {
    window.on('closed', () => setMenuState({ canExport: false, canExportForApproval: false }));
  });
}

/** Grays out what the screen that is shown has nothing for. */
export function setMenuState({
  canExport,
  canExportForApproval,
}: {
  readonly canExport: boolean;
  readonly canExportForApproval: boolean;
}): void {
  enable(exportItemId, canExport);
  enable(exportForApprovalItemId, canExportForApproval);
}

function enable(itemId: string, enabled: boolean): void {
  const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
  if (item !== null && item !== undefined) item.enabled = enabled;
}

async function copyAndSay(copy: () => Promise<void>, message: string, detail: string): Promise<void> {
  await copy();
  await dialog.showMessageBox({
    type: 'info',
    message,
    detail,
  });
}
