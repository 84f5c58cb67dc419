import { app, session, type Session } from 'electron';
import { openExternal } from '../system/openExternal';
import { isOurPage } from './pageAddress';
import { isPurposeful } from '../guarding/recentInput';

interface NavigationGuardsDeps {
  /** Called with everything a person does in a window. */
  readonly inputSeen: () => void;
  /** Rejects if the browser must not be opened now. */
  readonly mayOpenBrowser: () => Promise<void>;
  /** Called with an address of our page that a link would open in another window. */
  readonly openOwn: (address: string) => void;
}

/**
 * Closes every way out of the page, for all web contents there will ever be: it can't navigate, redirect, frame, open windows or
 * attach webviews, and its only permission is writing text to the clipboard. A link to one of Amazon's pages opens in the system
 * browser instead, if a person has just acted; one to our own page is left to `openOwn`, which opens a window made by us.
 */
export function guardWebContents({ inputSeen, mayOpenBrowser, openOwn }: NavigationGuardsDeps): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', (_inputEvent, { type }) => {
      if (isPurposeful(type)) inputSeen();
    });
    contents.on('will-navigate', (event) => {
      if (!isOurPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(({ url }) => {
      if (isOurPage(url)) openOwn(url);
      else
        mayOpenBrowser().then(
          () => openExternal(url),
          () => undefined,
        );
      return { action: 'deny' };
    });
  });
}

/** Denies every permission except clipboard writing by our own page. Must run after the app is ready. */
export function guardPermissions(target: Session = session.defaultSession): void {
  const allowed = (permission: string, origin: string): boolean =>
    permission === 'clipboard-sanitized-write' && isOurPage(origin);
  target.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(allowed(permission, details.requestingUrl));
  });
  target.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, origin));
  target.setDevicePermissionHandler(() => false);
}
