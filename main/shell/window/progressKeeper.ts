import type { TaskbarProgress } from './taskbarProgress';

/** The subset of a window that shows progress. */
export interface ProgressWindow {
  setProgressBar(fraction: number, options?: { readonly mode: TaskbarProgress['mode'] }): void;
}

/** Keeps the progress on the app's button correct as windows open and close. */
export interface ProgressKeeper {
  /** @param window the open one; null: none */
  show(progress: TaskbarProgress | null, window: ProgressWindow | null): void;
  opened(window: ProgressWindow): void;
  closing(window: ProgressWindow): void;
}

/**
 * Elsewhere the bar disappears with the window's button. On macOS it is the Dock's and only a window can change it, so the last
 * one clears it when it closes, and the next one restores it.
 */
export function createProgressKeeper(platform: NodeJS.Platform): ProgressKeeper {
  let current: TaskbarProgress | null = null;
  const draw = (window: ProgressWindow): void => {
    if (current === null) window.setProgressBar(-1);
    else window.setProgressBar(current.fraction, { mode: current.mode });
  };
  return {
    show(progress, window) {
      current = progress;
      if (window !== null) draw(window);
    },
    opened(window) {
      if (current !== null) draw(window);
    },
    closing(window) {
      if (platform === 'darwin') window.setProgressBar(-1);
    },
  };
}
