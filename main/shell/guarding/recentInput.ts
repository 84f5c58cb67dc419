/** Whether a person has just done something in one of our windows, as the main process saw it. */
export interface RecentInput {
  /** A person pressed a key, a mouse button or the screen, or agreed in the system's own dialog. */
  seen(): void;
  isRecent(): boolean;
}

/**
 * How long an input counts, in ms. A browser gives a page 5 seconds after a click to open a window; here the keychain may
 * have to answer between the click and the command.
 */
const countsForMs = 10_000;

/**
 * Remembers when a person last did something. The page can't produce such input by itself, so a page that was taken over
 * can't pass its own doings off as a person's.
 * @param clock gives ms since whenever it began, and never goes back
 */
export function createRecentInput(clock: () => number): RecentInput {
  let lastAt = -Infinity;
  return {
    seen() {
      lastAt = clock();
    },
    isRecent: () => clock() - lastAt <= countsForMs,
  };
}

/** Electron's input events that a person makes on purpose. Moving the mouse or scrolling asks for nothing. */
const purposeful: ReadonlySet<string> = new Set([
  ...['mouseDown', 'mouseUp', 'rawKeyDown', 'keyDown', 'keyUp', 'char'],
  ...['touchStart', 'touchEnd', 'pointerDown', 'pointerUp', 'gestureTap'],
]);

/** @param type of an Electron `input-event` */
export const isPurposeful = (type: string): boolean => purposeful.has(type);
