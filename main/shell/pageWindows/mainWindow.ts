import type { BrowserWindow } from 'electron';
import { reminderDays } from '../../../shared/domain/invitation/soon';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { PageCommand } from '../../../shared/navigation/pageCommands';
import type { Route } from '../../../shared/navigation/routes';
import { sectionRoute, sections } from '../../../shared/navigation/sections';
import { commandChannel } from '../../../shared/bridge/channels';
import { failuresText } from '../failures/failuresText';
import type { SettingsStore } from '../system/settings';
import type { TaskScreen } from '../tasks/taskArgument';
import { pageUrl } from '../window/pageAddress';
import { createProgressKeeper, type ProgressKeeper } from '../window/progressKeeper';
import type { TaskbarProgress } from '../window/taskbarProgress';
import {
  bringForward,
  loadPageWindow,
  presentPageWindow,
  workAreaFor,
  type LoadingWindow,
} from './pageWindow';
import { urlOf } from './pageUrls';
import { windowPlace, type Area, type WindowPlace } from './windowPlace';

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
  /** Shows the window with any screen. */
  showRoute(route: Route): void;
  /** The open window; null if there is none. */
  current(): BrowserWindow | null;
  /**
   * Shows the window and has the page do what was selected in the menu. A window that opens only now shows the section, or its
   * first screen for anything else.
   */
  command(command: PageCommand): void;
}

interface MainWindowDeps {
  readonly settings: SettingsStore;
  readonly preload: string;
  /** Used the first time, if it is still there; a page loads in it already. */
  readonly firstWindow: LoadingWindow;
  /** Called with the window each time it opened. */
  readonly opened: (window: BrowserWindow) => void;
  /** Ends the app, after a crash of the page. */
  readonly quit: () => void;
}

/** The window that has the navigation and everything that arrives from outside. Its position and size are stored. */
export function createMainWindow({
  settings,
  preload,
  firstWindow,
  opened,
  quit,
}: MainWindowDeps): MainWindow {
  let current: BrowserWindow | null = null;
  let prepared = firstWindow.window.isDestroyed() ? null : firstWindow;
  const progress = createProgressKeeper(process.platform);

  const open = (address = pageUrl): BrowserWindow => {
    const loading = prepared ?? loadPageWindow(address, preload, placeFor(settings));
    prepared = null;
    const window = presentMain(loading, address, { settings, quit }, progress);
    window.on('closed', () => {
      current = null;
    });
    opened(window);
    return window;
  };

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
    showRoute: (route) => showAt(urlOf(route)),
    current: () => current,
    command(command) {
      if (current === null) {
        const section = sections.find(({ id }) => id === command);
        current = open(section === undefined ? pageUrl : urlOf(sectionRoute(section.id, null)));
        return;
      }
      bringForward(current);
      current.webContents.send(commandChannel, command);
    },
  };
}

const boundsIn = (settings: SettingsStore): Area | null => settings.windowState()?.bounds ?? null;

function placeFor(settings: SettingsStore): WindowPlace {
  const bounds = boundsIn(settings);
  return windowPlace(bounds, workAreaFor(bounds));
}

function presentMain(
  loading: LoadingWindow,
  address: string,
  { settings, quit }: Pick<MainWindowDeps, 'settings' | 'quit'>,
  progress: ProgressKeeper,
): BrowserWindow {
  const window = presentPageWindow(loading, {
    ...{ address, place: placeFor(settings) },
    maximized: settings.windowState()?.maximized === true,
    afterCrash: { label: failuresText.quit, leave: quit },
  });
  progress.opened(window);
  window.on('close', () => {
    progress.closing(window);
    settings.rememberWindow({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  return window;
}

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
