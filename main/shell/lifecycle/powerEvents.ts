import { powerMonitor } from 'electron';

/** Calls the listener each time the computer wakes up; returns a function that unsubscribes. */
export function onResume(listener: () => void): () => void {
  powerMonitor.on('resume', listener);
  return () => powerMonitor.off('resume', listener);
}
