import { useEffect, useSyncExternalStore } from 'react';

/** Whether the screen that is shown has something to export; its button for that says so. */
let offered = false;
const listeners = new Set<() => void>();

function set(now: boolean): void {
  if (offered === now) return;
  offered = now;
  for (const listener of listeners) listener();
}

/** For the button that exports what a screen shows. @param isPossible false: there is nothing to export */
export function useOffersExport(isPossible: boolean): void {
  useEffect(() => {
    set(isPossible);
    return () => set(false);
  }, [isPossible]);
}

export const useIsExportOffered = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
