/** The subset of a window on Windows that reports the end of the session. */
interface SessionWindow {
  on(event: string, listener: (event: { preventDefault(): void }) => void): unknown;
}

interface SessionEndDeps {
  /** From now on nobody is asked. */
  readonly systemEnds: () => void;
  /** Whether changes are being sent. */
  readonly isSending: () => boolean;
  /** Quits in order: starts nothing more and waits for pending answers. */
  readonly quit: () => void;
  /** Closes the data immediately and ends the app. */
  readonly endNow: () => void;
}

/** How long Windows is asked to wait for pending answers, in ms. Its default is 5 s. */
const maxWaitMs = 4000;

/**
 * Ends the app in order when Windows shuts down or the person logs off, which Electron reports only to its windows. While changes
 * are being sent Windows is asked to wait a moment; otherwise only the data is closed, and only when it is certain, since another
 * program may still cancel the shutdown.
 */
export function endWithSession(window: SessionWindow, deps: SessionEndDeps): void {
  const { systemEnds, isSending, quit, endNow } = deps;
  window.on('query-session-end', (event) => {
    systemEnds();
    if (!isSending()) return;
    event.preventDefault();
    setTimeout(endNow, maxWaitMs);
    quit();
  });
  window.on('session-end', () => {
    endNow();
  });
}
