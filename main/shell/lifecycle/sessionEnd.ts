/** As much of a window on Windows as tells of the session's end. */
interface SessionWindow {
  on(event: string, listener: (event: { preventDefault(): void }) => void): unknown;
}

interface SessionEndDeps {
  /** From now on nobody is asked. */
  readonly systemEnds: () => void;
  /** Whether changes are going out. */
  readonly isSending: () => boolean;
  /** Quits in order: starts nothing more and waits for what is on its way. */
  readonly quit: () => void;
  /** Closes the data at once and ends the program. */
  readonly endNow: () => void;
}

/** How long Windows is asked to wait for answers that are on their way, in ms. It waits 5 s by itself. */
const maxWaitMs = 4000;

/**
 * Ends the program in order when Windows shuts down or the person logs off, which Electron tells its windows alone. While
 * changes go out Windows is asked to wait for a moment; otherwise only the data are closed, and only when it is certain, since
 * another program may still cancel it.
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
