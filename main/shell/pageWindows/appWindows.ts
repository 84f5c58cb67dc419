import { app, BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { commandChannel, eventChannel, type Topic } from '../../../shared/bridge/channels';
import { canHaveOwnWindow, windowRouteOf, type WindowRoute } from '../../../shared/navigation/ownWindow';
import type { PageCommand } from '../../../shared/navigation/pageCommands';
import { routeOf } from '../../../shared/navigation/routes';
import { CodedError } from '../../../shared/errors';
import type { SettingsStore } from '../system/settings';
import { isTrustedSender } from '../window/trustedSender';
import { createFurtherWindows, type FurtherWindows } from './furtherWindows';
import { createMainWindow, type MainWindow } from './mainWindow';
import { bringForward, type LoadingWindow } from './pageWindow';
import { pageWindowsErrorText } from './pageWindowsErrorText';
import { routeOfUrl } from './pageUrls';

/** A further window, for the menu that lists them. */
export interface ListedWindow {
  readonly title: string;
  readonly show: () => void;
}

/** The windows with our page: the main one, and any number that show one batch or person. A window's ID is that of its contents. */
export interface AppWindows {
  readonly main: MainWindow;
  /**
   * Opens a batch or a person in a separate window, or brings the one it has forward.
   * @param path as `pathOf` writes it; `openerId` the window it is opened from
   * @throws CodedError INVALID_INPUT for another screen, or if too many windows are open
   */
  open(path: string, openerId: number | null): Opened;
  /** The same for one of our addresses that a link would open in another window; any other is ignored. */
  openUrl(address: string): void;
  /** Shows the main window. @param path the screen, as `pathOf` writes it; null: as it is */
  showInMain(path: string | null): void;
  /** Brings a window forward. */
  bringForward(windowId: number): void;
  /** Has the page of the window in front do it; the main window's if none of ours is. */
  command(command: PageCommand): void;
  /** Notifies every page that the facts of a topic have changed. */
  notify(topic: Topic): void;
  /** True only for a call from the page in one of these windows. */
  isTrusted(event: IpcMainInvokeEvent): boolean;
  /** Whether one of them has the focus. */
  isFocused(): boolean;
  /** How many are open. */
  count(): number;
  /** The further ones, oldest first. */
  further(): readonly ListedWindow[];
  windowOf(windowId: number): BrowserWindow | null;
  /** The one in front, or the last one that was; null if none is open. */
  front(): BrowserWindow | null;
}

interface Opened {
  readonly route: WindowRoute;
  readonly windowId: number;
  /** False if it was open already. */
  readonly isNew: boolean;
}

interface AppWindowsDeps {
  readonly settings: SettingsStore;
  readonly preload: string;
  /** The main window, in which a page loads already. */
  readonly firstWindow: LoadingWindow;
  /** A window's page is gone: the window was closed, or the page crashed or was loaded again. */
  readonly pageGone: (windowId: number) => void;
  /** A window opened, closed, came to the front, or has another title. */
  readonly changed: () => void;
}

export function createAppWindows({
  settings,
  preload,
  firstWindow,
  pageGone,
  changed,
}: AppWindowsDeps): AppWindows {
  let lastFocused: BrowserWindow | null = null;

  const follow = (window: BrowserWindow): void =>
    followWindow(window, {
      ...{ pageGone, changed },
      focused() {
        lastFocused = window;
      },
      closed() {
        if (lastFocused === window) lastFocused = null;
      },
    });
  const further = createFurtherWindows({ settings, preload, opened: follow });
  const main = createMainWindow({
    ...{ settings, preload, firstWindow },
    quit: () => app.quit(),
    opened(window) {
      follow(window);
      // Elsewhere than on a Mac the app ends with it.
      if (process.platform !== 'darwin') window.on('closed', further.closeAll);
    },
  });
  const all = (): readonly BrowserWindow[] => {
    const current = main.current();
    return [...(current === null ? [] : [current]), ...further.all()];
  };
  const windowOf = (windowId: number): BrowserWindow | null =>
    all().find(({ webContents }) => webContents.id === windowId) ?? null;
  const front = (): BrowserWindow | null => {
    const focused = BrowserWindow.getFocusedWindow();
    const ours = all().find((window) => window === (focused ?? lastFocused));
    return ours ?? main.current() ?? further.all()[0] ?? null;
  };

  return {
    main,
    ...opening({ main, further, windowOf, front }),
    command(command) {
      const window = front();
      if (window === null || window === main.current()) main.command(command);
      else window.webContents.send(commandChannel, command);
    },
    notify(topic) {
      for (const { webContents } of all()) webContents.send(eventChannel(topic));
    },
    isTrusted: (event) => all().some(({ webContents }) => isTrustedSender(event, webContents)),
    isFocused: () => all().some((window) => window.isFocused()),
    count: () => all().length,
    further: () =>
      further.all().map((window) => ({ title: window.getTitle(), show: () => bringForward(window) })),
    windowOf,
    front,
  };
}

interface OpeningDeps extends Pick<AppWindows, 'main' | 'windowOf' | 'front'> {
  readonly further: FurtherWindows;
}

/** What brings a window forward, or opens one. */
function opening({
  main,
  further,
  windowOf,
  front,
}: OpeningDeps): Pick<AppWindows, 'open' | 'openUrl' | 'showInMain' | 'bringForward'> {
  const open = (route: WindowRoute, opener: BrowserWindow | null): Opened => {
    const { window, isNew } = further.open(route, opener);
    return { route, windowId: window.webContents.id, isNew };
  };
  return {
    open(path, openerId) {
      const route = windowRouteOf(path);
      if (route === null) throw notForWindow();
      return open(route, openerId === null ? null : windowOf(openerId));
    },
    openUrl(address) {
      const route = routeOfUrl(address);
      if (route !== null && canHaveOwnWindow(route)) open(route, front());
    },
    showInMain(path) {
      if (path === null) main.show();
      else main.showRoute(routeOf(path));
    },
    bringForward(windowId) {
      const window = windowOf(windowId);
      if (window !== null) bringForward(window);
    },
  };
}

interface Following extends Pick<AppWindowsDeps, 'pageGone' | 'changed'> {
  readonly focused: () => void;
  readonly closed: () => void;
}

/** Reports what happens to a window and its page. */
function followWindow(window: BrowserWindow, { pageGone, changed, focused, closed }: Following): void {
  const { webContents } = window;
  const { id } = webContents;
  window.on('focus', () => {
    focused();
    changed();
  });
  // It has the title only afterwards.
  window.on('page-title-updated', () => setImmediate(changed));
  window.on('closed', () => {
    closed();
    pageGone(id);
    changed();
  });
  webContents.on('render-process-gone', () => pageGone(id));
  let hasPage = webContents.mainFrame.url !== '';
  // Not for a move within the page.
  webContents.on('did-navigate', () => {
    if (hasPage) pageGone(id);
    hasPage = true;
  });
  changed();
}

const notForWindow = (): CodedError =>
  new CodedError({ code: 'INVALID_INPUT', message: pageWindowsErrorText.notForWindow });
