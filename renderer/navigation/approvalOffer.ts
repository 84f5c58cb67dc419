import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** Exports the batch on screen for approval; null where there is none. */
let offered: (() => void) | null = null;
const listeners = new Set<() => void>();

function set(now: (() => void) | null): void {
  offered = now;
  for (const listener of listeners) listener();
}

/** For a screen whose batch can be exported for approval. @param isPossible false: it has nothing to send */
export function useOffersApproval(isPossible: boolean, run: () => void): void {
  const current = useEffectEvent(run);
  useEffect(() => {
    set(isPossible ? () => current() : null);
    return () => set(null);
  }, [isPossible]);
}

/** What the native menu's item does now; null: nothing. */
export const useOfferedApproval = (): (() => void) | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
