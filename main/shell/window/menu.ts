import { app, dialog, Menu } from 'electron';
import type { CheckedInput } from '../../../shared/bridge/ipc';
import { openExternal } from '../system/openExternal';
import { runtimeInfo } from '../system/runtimeInfo';
import { exportForApprovalItemId, exportItemId, menuTemplate, openWindowItemId } from './menuTemplate';
import { menuText } from './menuText';

const amazonGuide =
  'https://advertising.amazon.com/API/docs/en-us/guides/amazon-marketing-cloud/admin/account-management';

type MenuState = CheckedInput<'app.setMenu'>;

interface Actions extends Pick<
  Parameters<typeof menuTemplate>[0],
  'showSettings' | 'importList' | 'openBatchFile' | 'command' | 'showMainWindow'
> {
  readonly copyDiagnostics: () => Promise<void>;
  readonly copyObservations: () => Promise<void>;
  readonly furtherWindows: () => Parameters<typeof menuTemplate>[0]['furtherWindows'];
  /** The window in front; null: none is open. */
  readonly frontId: () => number | null;
}

/** The native menu, which is one for all windows and follows the one in front. */
export interface AppMenu {
  /** What the page of a window has something for; the rest is gray while it is in front. */
  setState(windowId: number, state: MenuState): void;
  /** A window opened, closed, came to the front, or has another title. */
  windowsChanged(): void;
}

const nothing: MenuState = { canExport: false, canExportForApproval: false, canOpenWindow: false };

/** Installs the native menu (see `menuTemplate`). */
export function installMenu(deps: Actions): AppMenu {
  const { copyDiagnostics, copyObservations, furtherWindows, frontId, ...actions } = deps;
  const { version, developmentRuntime } = runtimeInfo();
  app.setAboutPanelOptions({
    applicationVersion: developmentRuntime ? menuText.developmentVersion(version) : version,
  });
  const states = new Map<number, MenuState>();
  let listed = '';
  const build = (): void => {
    const further = furtherWindows();
    listed = titlesOf(further);
    const template = menuTemplate({
      platform: process.platform,
      packaged: app.isPackaged,
      name: app.getName(),
      openGuide: () => void openExternal(amazonGuide),
      copyDiagnostics: () =>
        void copyAndSay(copyDiagnostics, menuText.diagnosticsCopied, menuText.diagnosticsContent),
      copyObservations: () =>
        void copyAndSay(copyObservations, menuText.observationsCopied, menuText.observationsContent),
      furtherWindows: further,
      ...actions,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const showState = (): void => {
    // On a Mac the menu stays when the last window is gone.
    const { canExport, canExportForApproval, canOpenWindow } = states.get(frontId() ?? -1) ?? nothing;
    enable(exportItemId, canExport);
    enable(exportForApprovalItemId, canExportForApproval);
    enable(openWindowItemId, canOpenWindow);
  };
  build();
  return {
    setState(windowId, state) {
      states.set(windowId, state);
      showState();
    },
    windowsChanged() {
      if (titlesOf(furtherWindows()) !== listed) build();
      showState();
    },
  };
}

const titlesOf = (windows: readonly { readonly title: string }[]): string =>
  JSON.stringify(windows.map(({ title }) => title));

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
