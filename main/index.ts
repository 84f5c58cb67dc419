import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { dialogsText } from './ipc/dialogsText';
import { holdCalls } from './ipc/register';
import { keepCertificateChecks } from './network/certificateChecks';
import { placeDataFolder } from './shell/dataFolder/placeDataFolder';
import { failuresText } from './shell/failures/failuresText';
import { createBrowserConsent } from './shell/guarding/browserConsent';
import { createRecentInput } from './shell/guarding/recentInput';
import { refuseDebugging } from './shell/guarding/refuseDebugging';
import { identifyApp } from './shell/identity/identifyApp';
import { runAsOnlyInstance, type RunningApp } from './shell/lifecycle/lifecycle';
import { loadEnds, openFirstWindow } from './shell/pageWindows/firstWindow';
import { askInDialog } from './shell/system/askInDialog';
import { keepChromiumQuiet } from './shell/system/systemNetwork';
import { declareAppScheme, serveAppScheme } from './shell/window/appScheme';
import { addContextMenus } from './shell/window/contextMenus';
import { guardPermissions, guardWebContents } from './shell/window/navigationGuards';
import type * as App from './startApp';

// The entry: what has to be in place before the first page, and little enough that the page loads while the rest does.

const here = dirname(fileURLToPath(import.meta.url));

refuseDebugging();
const certificateSwitchIgnored = keepCertificateChecks(process.env);
// Every process is sandboxed unless the command line disables it: as root, Chromium's sandbox can't work at all, and enabling it
// would only crash its helpers (scripts/start.mjs warns about it).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Chromium would open the keychain itself at start, for cookies and form data we don't have, and wait for its unlock prompt. Our
// secrets are stored through main/secrets only.
app.commandLine.appendSwitch('password-store', 'basic');
app.commandLine.appendSwitch('use-mock-keychain');
identifyApp();
const dataFolderNote = placeDataFolder();
declareAppScheme();
const input = createRecentInput(() => performance.now());
/** A question in a system dialog. Agreeing there is deliberate, like a click in a window. */
const ask: typeof askInDialog = async (question) => {
  const agreed = await askInDialog(question);
  if (agreed) input.seen();
  return agreed;
};
const mayOpenBrowser = createBrowserConsent({
  input,
  isAssisted: () => app.accessibilitySupportEnabled,
  ask: () =>
    ask({
      message: dialogsText.openBrowser,
      detail: dialogsText.openBrowserDetail,
      agree: dialogsText.openBrowserButton,
    }),
});
/** Once there are windows. */
let openOwn: (address: string) => void = () => undefined;
guardWebContents({ inputSeen: input.seen, mayOpenBrowser, openOwn: (address) => openOwn(address) });
addContextMenus();
runAsOnlyInstance(start);

/** Opens the first window, still out of sight, and then the app itself; runs once, when Electron is ready. */
async function start(): Promise<RunningApp | null> {
  keepChromiumQuiet();
  const served = serveAppScheme(join(here, '../renderer'));
  guardPermissions();
  const openBridge = holdCalls();
  const firstWindow = openFirstWindow(here);
  await Promise.race([served, loadEnds(firstWindow)]);
  const { startApp } = await importApp();
  return startApp({
    ...{
      mainFolder: here,
      firstWindow,
      dataFolderNote,
      certificateSwitchIgnored,
      ask,
      mayOpenBrowser,
      openBridge,
    },
    opensWindows: (open) => {
      openOwn = open;
    },
  });
}

/** Everything else. Where it can't be read, as after an incomplete installation, nobody would see why no window appears. */
async function importApp(): Promise<Pick<typeof App, 'startApp'>> {
  try {
    return await import('./startApp');
  } catch (error) {
    const details = error instanceof Error ? failuresText.systemSays(error.message) : '';
    dialog.showErrorBox(failuresText.cannotStartTitle, `${failuresText.incomplete}\n\n${details}`);
    app.exit(1);
    throw error;
  }
}
