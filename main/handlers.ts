import { join } from 'node:path';
import type { ChannelName } from '../shared/bridge/channels';
import { createTaskLists } from './access/instances/tasks/taskLists';
import { createDirectory } from './access/ledger/directory/directory';
import type { ArrivedFiles } from './batches/import/opening/arrivedFiles';
import { createImports } from './batches/import/imports';
import { accountHandlers } from './ipc/accounts';
import { approvalsHandlers } from './ipc/approvals';
import { activityHandlers } from './ipc/activity';
import { appHandlers } from './ipc/app';
import { arrivedFileHandlers } from './ipc/arrivedFiles';
import { importHandlers } from './ipc/batchImports';
import { batchHandlers } from './ipc/batches';
import { batchReportHandlers } from './ipc/batchReports';
import { connectionHandlers } from './ipc/connections';
import { directoryHandlers } from './ipc/directory';
import type { CallerHandlers, Handlers } from './ipc/handlers';
import { invitationHandlers } from './ipc/invitations';
import { memberHandlers } from './ipc/members';
import { instanceHandlers } from './ipc/instances';
import { leaverHandlers } from './ipc/leavers';
import { peopleHandlers } from './ipc/people';
import { createSaveProof } from './leavers/proof/saveProof';
import { printToPdf } from './shell/printing/printHtml';
import { outboxHandlers } from './ipc/outbox';
import { redeemHandlers } from './ipc/redeem';
import { settingsHandlers } from './ipc/settings';
import { teamHandlers } from './ipc/team';
import { oneWriter, windowsHandlers } from './ipc/windows';
import type { Program } from './program';
import { createProtocolHandler } from './shell/deepLinks/protocolHandler';
import { sandboxConsole } from './sandbox/endpoints';
import { createExportHelper } from './shell/helpers/exportHelper';
import { createTableHelper } from './shell/helpers/tableHelper';
import type { askInDialog } from './shell/system/askInDialog';
import { openExternal } from './shell/system/openExternal';
import { showOpenFileDialog } from './shell/system/openFileDialog';
import { showCellMenu } from './shell/window/cellMenu';
import type { AppMenu } from './shell/window/menu';
import { runtimeInfo } from './shell/system/runtimeInfo';
import { showSaveFileDialog } from './shell/system/saveFileDialog';

/** What the handlers need besides the program's parts. */
interface HandlersDeps {
  readonly arrivedFiles: ArrivedFiles;
  readonly ask: typeof askInDialog;
  readonly mayOpenBrowser: () => Promise<void>;
  readonly copyDiagnostics: () => Promise<void>;
  readonly copyObservations: () => Promise<void>;
  readonly menu: Pick<AppMenu, 'setState'>;
  /** A switch that would turn off certificate checks was given, and ignored. */
  readonly certificateSwitchIgnored: boolean;
}

const dialogs = { chooseFile: showOpenFileDialog, chooseNewFile: showSaveFileDialog };
const { chooseNewFile } = dialogs;

/** A handler for each channel of the bridge, connected to the part that does the work. */
export function createHandlers(program: Program, deps: HandlersDeps): Handlers {
  const { mainFolder, databaseFile, settings, services, changed } = program;
  const {
    connections,
    access,
    labels,
    refreshAll,
    instances,
    members,
    outbox,
    activity,
    people,
    identities,
    erasing,
    leavers,
    redeem,
    batchSender,
  } = services;
  const { ask, mayOpenBrowser } = deps;
  const now = Date.now;
  const exportFile = createExportHelper(join(mainFolder, 'exporting.js'), databaseFile);
  return {
    ...connectionHandlers({ connections, ask, mayOpenBrowser }),
    ...accountHandlers({ access, instances, labels, refreshAll }),
    ...invitationHandlers({
      ...{ access, outbox, chooseNewFile, now },
      exportInvitations: (request) => exportFile({ what: 'invitations', request }),
    }),
    ...memberHandlers(members, outbox),
    ...peopleHandlers({
      ...{ people, identities, erasing, chooseNewFile, now, nameOfGroup: access.groupName },
      ...{ proposedErasures: services.team.erasures.proposed, concludeMembers: access.concludeMembers },
      exportAccess: (request) => exportFile({ what: 'access', request }),
    }),
    ...leaverHandlers({ leavers, chooseNewFile, saveProof: createSaveProof(printToPdf) }),
    ...outboxHandlers(outbox, batchSender),
    ...redeemHandlers({
      ...dialogs,
      redeem,
      connections,
      mayOpenBrowser,
      linkHandling: createProtocolHandler(),
    }),
    ...draftingHandlers(program, deps),
    ...approvalsHandlers({
      ...dialogs,
      ...{ approvals: services.approvals, approving: services.approving, ask },
      arrivedFiles: deps.arrivedFiles,
    }),
    ...teamHandlers({ ...services, rules: services.teamRules, ask, chooseFile: dialogs.chooseFile }),
    ...activityHandlers({ activity, chooseNewFile, now }),
    ...settingsHandlers(settings, () => {
      changed('settings.changed');
    }),
    ...appStatusHandlers(program, deps),
  };
}

type DraftingHandlers = CallerHandlers<
  Extract<
    ChannelName,
    `batches.${string}` | `directory.${string}` | `instances.${string}` | `windows.${string}`
  >
>;

/** Channels about batches, with everything that may change their rows, and about the windows in which that is done. */
function draftingHandlers(program: Program, deps: HandlersDeps): DraftingHandlers {
  const { services, windows, writers } = program;
  const handlers = { ...batchHandlers(services.batches), ...tableFileHandlers(program, deps) };
  return { ...handlers, ...oneWriter(handlers, writers), ...windowsHandlers({ windows, writers }) };
}

type TableFileHandlers = ReturnType<typeof importHandlers> &
  ReturnType<typeof instanceHandlers> &
  ReturnType<typeof arrivedFileHandlers> &
  ReturnType<typeof directoryHandlers> &
  ReturnType<typeof batchReportHandlers>;

/** Channels that read or write tables: imports, dropped or opened files, directory exports, and batch reports. */
function tableFileHandlers(
  { mainFolder, db, settings, services, changed }: Program,
  { arrivedFiles, mayOpenBrowser }: Pick<HandlersDeps, 'arrivedFiles' | 'mayOpenBrowser'>,
): TableFileHandlers {
  const { access, activity, batches, batchSender, connections, instanceWork } = services;
  const tables = createTableHelper(join(mainFolder, 'tables.js'));
  const accounts = access.listAccounts;
  const imports = createImports({
    ...{ db, batches, now: Date.now, readTable: tables.read },
    accounts: () => accounts({}),
    houseRules: settings.get,
  });
  return {
    ...importHandlers({ ...dialogs, batches, imports, accounts, writeTable: tables.write }),
    ...arrivedFileHandlers(arrivedFiles, imports),
    ...directoryHandlers({
      directory: createDirectory({ db, changed, now: Date.now, readTable: tables.read }),
      chooseFile: dialogs.chooseFile,
    }),
    ...instanceHandlers({
      ...{ instanceWork, mayOpenBrowser, ...dialogs, writeTable: tables.write, now: Date.now },
      openConsole: (connectionId, accountId) => openConsole(connections, connectionId, accountId),
      taskLists: createTaskLists({
        ...{ db, changed, now: Date.now, readTable: tables.read, record: activity.record },
        actorOf: connections.actorOf,
      }),
    }),
    ...batchReportHandlers({
      ...{ batches, batchSender, chooseNewFile, writeTable: tables.write },
      redeemPage: () => settings.get().redeemPage,
    }),
  };
}

/** Where Amazon's admins manage who is in which instance. It documents no address of that page: people find it from there. */
const amazonConsole = 'https://advertising.amazon.com/';

/** Opens the page on which an account's admins add people to instances. */
async function openConsole(
  { list, apiAccess }: Program['services']['connections'],
  connectionId: string,
  accountId: string,
): Promise<boolean> {
  const isSandbox = list().some((each) => each.connectionId === connectionId && each.kind === 'sandbox');
  if (!isSandbox) return openExternal(amazonConsole);
  const { origin } = new URL((await apiAccess(connectionId)).apiUrl);
  return openExternal(sandboxConsole(origin, accountId), [origin]);
}

/** Channels about the app itself: where its data is and what is wrong with it. */
function appStatusHandlers(
  program: Program,
  { certificateSwitchIgnored, copyDiagnostics, copyObservations, menu }: HandlersDeps,
): ReturnType<typeof appHandlers> {
  const { dataFolder, place, settings, secrets, services, notifications, windows } = program;
  const damaged = [
    { what: 'database' as const, keptAs: program.copyName },
    { what: 'settings' as const, keptAs: settings.copyName },
  ].flatMap(({ what, keptAs }) => (keptAs === null ? [] : [{ what, keptAs }]));
  return appHandlers({
    info: () => ({
      ...runtimeInfo(),
      dataFolder,
      dataPlace: { network: place.network, otherComputer: place.otherComputer },
      keychain: secrets.status(),
      damaged,
      diskFull: services.outbox.waitsForRoom(),
      failedNotification: notifications.failedText(),
      certificateSwitchIgnored,
    }),
    checkKeychain: secrets.check,
    setMenu: menu.setState,
    copyDiagnostics,
    copyObservations,
    cellMenu: (windowId, at) => showCellMenu(windows.windowOf(windowId), at),
  });
}
