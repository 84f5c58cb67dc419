import { hrefOf, type Route } from '../../../shared/navigation/routes';
import { reminderDays } from '../../../shared/domain/invitation/soon';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, type IpcMainInvokeEvent } from 'electron';
import icon from '../../../scripts/package/icons/256x256.png?asset';
import { commandChannel, eventChannel, type Topic } from '../../../shared/bridge/channels';
import type { PageCommand } from '../../../shared/navigation/pageCommands';
import { sectionRoute, sections } from '../../../shared/navigation/sections';
import type { AccountRef } from '../../../shared/domain/account/account';
import { offerReload } from '../failures/crashHandler';
import type { TaskScreen } from '../tasks/taskArgument';
import { pageUrl } from './pageAddress';
import { createProgressKeeper, type ProgressKeeper } from './progressKeeper';
import type { SettingsStore } from '../system/settings';
import type { TaskbarProgress } from './taskbarProgress';
import { isTrustedSender } from './trustedSender';
import { leastSize, windowPlace, type Area } from './windowPlace';
import { productName } from '../identity/productName';

export interface MainWindow {
  /** Shows the window, creating it if there is none. */
  show(): void;
  /** Shows the window with the Operations screen. */
  showOperations(): void;
  /** Shows the window with the invitations that expire within 48 hours. */
  showExpiring(): void;
  showSettings(): void;
  /** Shows the window with the invitations waiting to be redeemed. */
  showRedeem(): void;
  /** Shows the window with a screen of the jump list. */
  showScreen(screen: TaskScreen): void;
  /** Whether it is already in front, showing them. */
  isAtRedeem(): boolean;
  /** Shows the window with one account's invitations, or with the list of accounts if there are several. */
  showAccounts(accounts: readonly AccountRef[]): void;
  /** Shows progress on the window's taskbar button; null: none. */
  showProgress(progress: TaskbarProgress | null): void;
  isMinimized(): boolean;
  /** Whether it has the focus. */
  isFocused(): boolean;
  /** Notifies the page that the facts of a topic have changed. */
  notify(topic: Topic): void;
  /**
   * Shows the window and has the page do what was selected in the menu. A window that opens only now shows the section, or its
   * first screen for anything else.
   */
  command(command: PageCommand): void;
  /** True only for a call from the page in this window. */
  isTrusted(event: IpcMainInvokeEvent): boolean;
}

/** The app's only window. Its position and size are stored. */
export function createMainWindow(settings: SettingsStore, preload: string): MainWindow {
  let current: BrowserWindow | null = null;
  const progress = createProgressKeeper(process.platform);

  const open = (address = pageUrl): BrowserWindow =>
    openWindow(address, {
      ...{ settings, preload, progress },
      closed() {
        current = null;
      },
    });

  const showAt = (address: string): void => {
    if (current === null) {
      current = open(address);
      return;
    }
    bringForward(current);
    // Only the part after # differs, so the page navigates there and keeps its state; the very same address would reload it.
    if (current.webContents.getURL() !== address) current.webContents.loadURL(address).catch(() => undefined);
  };

  return {
    show() {
      if (current === null) current = open();
      else bringForward(current);
    },
    showOperations: () => showAt(operationsUrl),
    showExpiring: () => showAt(expiringUrl),
    showSettings: () => showAt(settingsUrl),
    showRedeem: () => showAt(redeemUrl),
    showScreen: (screen) => showAt(taskUrls[screen]),
    isAtRedeem: () => current?.isFocused() === true && current.webContents.getURL() === redeemUrl,
    showAccounts(accounts) {
      const [only, ...others] = accounts;
      showAt(only === undefined || others.length > 0 ? accountsUrl : accountUrl(only));
    },
    showProgress(now) {
      progress.show(now, current);
    },
    isMinimized: () => current?.isMinimized() ?? false,
    isFocused: () => current?.isFocused() ?? false,
    notify(topic) {
      current?.webContents.send(eventChannel(topic));
    },
    command(command) {
      if (current === null) {
        const section = sections.find(({ id }) => id === command);
        current = open(section === undefined ? pageUrl : urlOf(sectionRoute(section.id, null)));
        return;
      }
      bringForward(current);
      current.webContents.send(commandChannel, command);
    },
    isTrusted: (event) => isTrustedSender(event, current?.webContents ?? null),
  };
}

interface OpenWindowDeps {
  readonly settings: SettingsStore;
  readonly preload: string;
  readonly progress: ProgressKeeper;
  /** Called when it is closed. */
  readonly closed: () => void;
}

/** A window at the stored position, which appears once it has content. */
function openWindow(address: string, { settings, preload, progress, closed }: OpenWindowDeps): BrowserWindow {
  const remembered = settings.windowState();
  const workArea = workAreaFor(remembered?.bounds ?? null);
  const least = leastSize(workArea);
  const window = new BrowserWindow({
    ...windowPlace(remembered?.bounds ?? null, workArea),
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title: productName,
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161d26' : '#ffffff',
    webPreferences: {
      preload,
      devTools: !app.isPackaged,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (remembered?.maximized === true) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('moved', () => {
    const { width, height } = leastSize(workAreaFor(window.getBounds()));
    window.setMinimumSize(width, height);
  });
  progress.opened(window);
  window.on('close', () => {
    progress.closing(window);
    settings.rememberWindow({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.on('closed', closed);
  const load = (): void => {
    // Rejects if the window is closed or reloads in the meantime, which needs no report.
    window.loadURL(address).catch(() => undefined);
  };
  offerReload(window.webContents, load);
  load();
  return window;
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

const urlOf = (route: Route): string => `${pageUrl}${hrefOf(route)}`;
const operationsUrl = urlOf({ screen: 'operations', runId: null });
const accountsUrl = urlOf({ screen: 'accounts' });
const accountUrl = (account: AccountRef): string => urlOf({ screen: 'invitations', account });
const settingsUrl = urlOf({ screen: 'settings' });
const redeemUrl = urlOf({ screen: 'redeem' });
const taskUrls: Readonly<Record<TaskScreen, string>> = {
  invite: urlOf({ screen: 'invite', account: null }),
  batches: urlOf({ screen: 'batches' }),
};
const expiringUrl = urlOf({
  screen: 'invitations',
  account: null,
  filter: { states: ['pending'], expiresWithinDays: reminderDays },
});

/** The preload beside the built main process. */
export const preloadFile = (mainFolder: string): string => join(mainFolder, '../preload/index.cjs');

/** Of the screen that shows most of an area, or of the main one. */
const workAreaFor = (bounds: Area | null): Area =>
  (bounds === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(bounds)).workArea;
