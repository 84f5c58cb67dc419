import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, clipboard } from 'electron';
import type { Topic } from '../shared/bridge/channels';
import { createArrivedFiles } from './batches/import/arrivedFiles';
import { createImports } from './batches/import/imports';
import { hasTableEnding } from './batches/import/tableFile';
import { createSecretLedger } from './connections/secretLedger';
import { accountHandlers } from './ipc/accounts';
import { activityHandlers } from './ipc/activity';
import { appHandlers } from './ipc/app';
import { arrivedFileHandlers } from './ipc/arrivedFiles';
import { importHandlers } from './ipc/batchImports';
import { batchHandlers } from './ipc/batches';
import { batchReportHandlers } from './ipc/batchReports';
import { connectionHandlers } from './ipc/connections';
import type { Handlers } from './ipc/handlers';
import { invitationHandlers } from './ipc/invitations';
import { outboxHandlers } from './ipc/outbox';
import { redeemHandlers } from './ipc/redeem';
import { registerHandlers } from './ipc/register';
import { settingsHandlers } from './ipc/settings';
import { keepCertificateChecks } from './network/certificateChecks';
import { sandboxClient, sandboxEndpoints } from './sandbox/endpoints';
import { loadOsKeychain } from './secrets/keychain';
import { createSecretStore } from './secrets/secretStore';
import { createServices } from './services';
import { describeRun } from './shell/system/runDescription';
import { askInDialog } from './shell/system/askInDialog';
import { declareAppScheme, serveAppScheme } from './shell/window/appScheme';
import { createBrowserConsent } from './shell/guarding/browserConsent';
import { showOpenFileDialog } from './shell/system/openFileDialog';
import { showSaveFileDialog } from './shell/system/saveFileDialog';
import { createBringForward } from './shell/window/bringForward';
import { reportCrashes } from './shell/failures/crashHandler';
import { diagnosticsText } from './shell/logging/diagnostics';
import { createExportHelper } from './shell/helpers/exportHelper';
import { guardPermissions, guardWebContents } from './shell/window/navigationGuards';
import { identifyApp } from './shell/identity/identifyApp';
import { notifyOfRuns } from './shell/notifications/runNotifications';
import { startBackgroundRefresh } from './shell/lifecycle/backgroundRefresh';
import { createExpiryReminder } from './shell/notifications/expiryReminder';
import { runAsOnlyInstance, type RunningApp } from './shell/lifecycle/lifecycle';
import { createProtocolHandler } from './shell/deepLinks/protocolHandler';
import { openLog } from './shell/logging/log';
import { startStateLogger } from './shell/logging/stateLogger';
import { logFailures } from './shell/logging/failureLogger';
import { createRedaction } from './shell/logging/redaction';
import { installMenu } from './shell/window/menu';
import { offerNewAccounts } from './shell/notifications/newAccountNotification';
import { createNotifications, followEarlierNotifications } from './shell/notifications/notification';
import { openDatabaseOrExplain } from './shell/failures/openDatabaseOrExplain';
import { openExternal } from './shell/system/openExternal';
import { tellInOwnWindow } from './shell/failures/problemWindow';
import { quitQuestion } from './shell/lifecycle/quitQuestion';
import { createRecentInput } from './shell/guarding/recentInput';
import { refuseDebugging } from './shell/guarding/refuseDebugging';
import { runtimeInfo } from './shell/system/runtimeInfo';
import { createSandboxHelper } from './shell/helpers/sandboxHelper';
import { placeDataFolder } from './shell/dataFolder/placeDataFolder';
import { createTableHelper } from './shell/helpers/tableHelper';
import { thisPerson } from './shell/identity/thisPerson';
import { openSettings } from './shell/system/settings';
import { onResume } from './shell/lifecycle/powerEvents';
import { keepChromiumQuiet, systemProxyFor, trustSystemCertificates } from './shell/system/systemNetwork';
import { createMainWindow, preloadFile } from './shell/window/mainWindow';
import { closeDatabase, requestCheck } from './storage/database';
import { settleIn } from './storage/dataPlace/place';
import { troubleOf } from './storage/databaseErrors';

const here = dirname(fileURLToPath(import.meta.url));

refuseDebugging();
const certificateSwitchIgnored = keepCertificateChecks(process.env);
// Every process is sandboxed, unless the command line says no: as root, Chromium's sandbox cannot work at all, and
// switching it back on would only crash its helpers (scripts/start.mjs warns about it).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Chromium would open the keychain itself at start, for cookies and form data we do not have, and wait for its unlock
// prompt. Our secrets go there through main/secrets alone.
app.commandLine.appendSwitch('password-store', 'basic');
app.commandLine.appendSwitch('use-mock-keychain');
identifyApp();
const dataFolderNote = placeDataFolder();
declareAppScheme();
const input = createRecentInput(() => performance.now());
/** A question in a dialog of the system. Who agrees there has done something on purpose, as with a click in a window. */
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
      message: 'Open your browser?',
      detail: 'AMC Access Manager wants to open a page in your browser. Agree if you just asked for it.',
      agree: 'Open Browser',
    }),
});
guardWebContents({ inputSeen: input.seen, mayOpenBrowser });
runAsOnlyInstance(start);

/** Builds the parts and wires them; runs once, when Electron is ready. */
async function start(): Promise<RunningApp | null> {
  const dataFolder = app.getPath('userData');
  const now = Date.now;
  const about = describeRun();
  const redact = createRedaction(process.platform, thisPerson());
  const logFolder = join(dataFolder, 'logs');
  const log = openLog(logFolder, redact);
  reportCrashes({ log, logFolder, redact, about });
  log.info(`Started: ${about.join('; ')}`);
  if (dataFolderNote !== null) log.info(dataFolderNote);

  const databaseFile = join(dataFolder, 'access.db');
  const opened = await openDatabaseOrExplain(databaseFile, { log, tell: tellInOwnWindow, now });
  if (opened === null) return null;
  const { db } = opened;
  const place = await settleIn(db, dataFolder, now());
  if (place.network) log.warn('The data folder is on a network.');
  if (place.otherComputer !== null) log.warn('Another computer used the data since the last start.');
  const settings = openSettings(log);
  const window = createMainWindow(settings, preloadFile(here));
  const listeners = [window.notify];
  const changed = (topic: Topic): void => {
    for (const listener of listeners) listener(topic);
  };

  const secrets = createSecretStore({
    load: loadOsKeychain,
    ledger: createSecretLedger(db),
    platform: process.platform,
    changed: () => {
      changed('app.changed');
    },
  });
  const sandboxHost = createSandboxHelper(join(here, 'sandbox.js'), dataFolder);
  keepChromiumQuiet();
  const { connections, access, refreshAll, outbox, activity, redeem, batches, batchSender } = createServices({
    db,
    secrets,
    sandbox: {
      endpoints: async () => sandboxEndpoints(await sandboxHost.origin()),
      client: sandboxClient,
    },
    proxyFor: systemProxyFor,
    openInBrowser: openExternal,
    onResume,
    redeemPage: () => settings.get().redeemPage,
    houseRules: settings.get,
    typingRule: settings.get,
    checkOnlineAfterMinutes: () => settings.get().checkOnlineAfterMinutes,
    now,
    changed,
  });
  const notifications = createNotifications(log, () => {
    changed('app.changed');
  });
  listeners.push(
    startStateLogger({ log, connections: connections.list, keychain: secrets.status, db }),
    notifyOfRuns({
      log,
      runs: () => outbox.status().runs,
      showProgress: window.showProgress,
      isLookedAt: window.isFocused,
      notify: notifications.kind('operations', 'Sending has ended', window.showOperations),
    }),
    offerNewAccounts({
      log,
      newAccounts: redeem.newAccounts,
      isLookedAt: window.isFocused,
      notification: (clicked) => notifications.kind('accounts', 'Invitation redeemed', clicked),
      show(accounts) {
        window.showAccounts(accounts);
        redeem.dismissNewAccounts();
      },
    }),
  );
  const continuesAtStart = (): boolean => settings.get().continueAtStart && !place.network;
  outbox.recover({ continueAtStart: continuesAtStart() && place.otherComputer === null });

  serveAppScheme(join(here, '../renderer'));
  guardPermissions();
  const copyDiagnostics = async (): Promise<void> => {
    const { list } = connections;
    await clipboard.writeText(
      diagnosticsText({ about, dataFolder, db, connections: list, keychain: secrets.status, log, redact }),
    );
  };
  installMenu({ copyDiagnostics, showSettings: window.showSettings });
  const damaged = [
    { what: 'database' as const, keptAs: opened.keptAs },
    { what: 'settings' as const, keptAs: settings.keptAs },
  ].flatMap(({ what, keptAs }) => (keptAs === null ? [] : [{ what, keptAs }]));
  const tables = createTableHelper(join(here, 'tables.js'));
  const accounts = access.listAccounts;
  const imports = createImports({
    db,
    batches,
    accounts: () => accounts({}),
    houseRules: settings.get,
    readTable: tables.read,
    now,
  });
  const arrivedFiles = createArrivedFiles(() => {
    changed('batches.changed');
  });
  const handlers: Handlers = {
    ...connectionHandlers({ connections, ask, mayOpenBrowser }),
    ...accountHandlers(access, refreshAll),
    ...invitationHandlers({
      access,
      outbox,
      chooseNewFile: showSaveFileDialog,
      exportInvitations: createExportHelper(join(here, 'exporting.js'), databaseFile),
      now,
    }),
    ...outboxHandlers(outbox, batchSender),
    ...redeemHandlers({
      redeem,
      connections,
      chooseNewFile: showSaveFileDialog,
      chooseFile: showOpenFileDialog,
      mayOpenBrowser,
      linkHandling: createProtocolHandler(),
    }),
    ...batchHandlers(batches),
    ...importHandlers({
      batches,
      imports,
      accounts,
      writeTable: tables.write,
      chooseFile: showOpenFileDialog,
      chooseNewFile: showSaveFileDialog,
    }),
    ...arrivedFileHandlers(arrivedFiles, imports),
    ...batchReportHandlers({
      batches,
      batchSender,
      chooseNewFile: showSaveFileDialog,
      writeTable: tables.write,
      redeemPage: () => settings.get().redeemPage,
    }),
    ...activityHandlers({ activity, chooseNewFile: showSaveFileDialog, now }),
    ...settingsHandlers(settings, () => {
      changed('settings.changed');
    }),
    ...appHandlers({
      info: () => ({
        ...runtimeInfo(),
        dataFolder,
        dataPlace: { network: place.network, otherComputer: place.otherComputer },
        keychain: secrets.status(),
        damaged,
        diskFull: outbox.waitsForRoom(),
        failedNotification: notifications.failedText(),
        certificateSwitchIgnored,
      }),
      checkKeychain: secrets.check,
      copyDiagnostics,
    }),
  };
  const noteDamage = (thrown: unknown): void => {
    if (troubleOf(thrown) === 'damaged') requestCheck(databaseFile);
  };
  registerHandlers(logFailures(handlers, log, noteDamage), window.isTrusted);
  window.show();
  trustSystemCertificates(log);
  followEarlierNotifications(notifications, {
    operations: window.showOperations,
    lapsing: window.showLapsing,
    accounts: () => window.showAccounts([]),
  });
  void secrets.check();
  const stopKeepingFresh = startBackgroundRefresh({
    refreshAfterMinutes: () => settings.get().refreshAfterMinutes,
    refresh: refreshAll.startQuietly,
    refreshed: refreshAll.idle,
    onResume,
    looked: createExpiryReminder({
      log,
      facts: () => ({
        now: now(),
        wanted: settings.get().notifyLapsing,
        toldAt: settings.lapsingToldAt(),
        lapsing: access.countLapsing(2),
      }),
      notify: notifications.kind('lapsing', 'Invitations about to lapse', window.showLapsing),
      rememberTold: settings.rememberExpiryReminder,
    }),
  });

  const mayComeForward = createBringForward(() => performance.now());
  let dataClosed = false;
  const closeData = (): void => {
    if (dataClosed) return;
    dataClosed = true;
    place.release(now());
    closeDatabase(db);
    log.info('Ended.');
  };

  return {
    showWindow: window.show,
    openLink(link) {
      // More than a person clicks must not bring the window forward again and again.
      if (redeem.arrive(link) === 'tooMany' || window.isAtRedeem()) return;
      if (mayComeForward()) window.showRedeem();
    },
    openFile(path) {
      if (!hasTableEnding(path)) return;
      window.show();
      void arrivedFiles.open(path);
    },
    quitQuestion: () => quitQuestion(outbox.status().runs, continuesAtStart()),
    /** Lets what is on its way to Amazon arrive, then closes everything. */
    async close() {
      stopKeepingFresh();
      refreshAll.stop();
      redeem.close();
      await outbox.close();
      sandboxHost.stop();
      closeData();
    },
    closeNow: closeData,
  };
}
