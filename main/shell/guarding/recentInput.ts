/** Whether a person has just acted in one of our windows, as the main process saw it. */
export interface RecentInput {
  /** A person pressed a key, a mouse button or the screen, or agreed in a system dialog. */
  seen(): void;
  isRecent(): boolean;
}

/**
 * How long an input counts, in ms. A browser gives a page 5 seconds after a click to open a window; here the keychain may have to
 * answer between the click and the command.
 */
const countsForMs = 10_000;

/**
 * Stores when a person last acted. The page can't produce such input itself, so a compromised page can't pass off its actions as
 * a person's.
 * @param clock a monotonic clock, in ms
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

/** Electron's input events that a person makes deliberately. Moving the mouse or scrolling doesn't count. */
const purposeful: ReadonlySet<string> = new Set([
  ...['mouseDown', 'mouseUp', 'rawKeyDown', 'keyDown', 'keyUp', 'char'],
  ...['touchStart', 'touchEnd', 'pointerDown', 'pointerUp', 'gestureTap'],
]);

/** @param type of an Electron `input-event` */
export const isPurposeful = (type: string): boolean => purposeful.has(type);
