import type { Clock } from '../../amazonAds/pacing/pace';
import { accessKey, type AccountAccess } from '../journal/append';

/** The first and the max pause before an unreadable list is tried again; in ms. */
const firstPauseMs = 30_000;
const maxPauseMs = 15 * 60_000;

/** Which accounts' lists are tried again later because they couldn't be read, and when. */
export interface LaterLooks {
  /** It couldn't be read: each consecutive failure doubles the wait. */
  readonly plan: (access: AccountAccess) => void;
  /** It could be read. */
  readonly forget: (access: AccountAccess) => void;
  /** Tries all of them immediately. */
  readonly tryNow: () => void;
  /** When it is tried next, ms since 1970; null if that isn't planned. */
  readonly at: (access: AccountAccess) => number | null;
}

/** @param look called when it is time, unless the app is quitting */
export function createLaterLooks(
  { random, now, ending }: Pick<Clock, 'random' | 'now'> & { readonly ending: AbortSignal },
  look: (access: AccountAccess) => void,
): LaterLooks {
  const planned = new Map<
    string,
    { access: AccountAccess; misses: number; at: number; timer: NodeJS.Timeout | undefined }
  >();
  ending.addEventListener('abort', () => {
    for (const { timer } of planned.values()) clearTimeout(timer);
  });

  return {
    plan(access) {
      if (ending.aborted) return;
      const before = planned.get(accessKey(access));
      clearTimeout(before?.timer);
      const misses = (before?.misses ?? 0) + 1;
      const upToMs = Math.min(maxPauseMs, firstPauseMs * 2 ** (misses - 1));
      // At random, so that many that failed together don't return together.
      const inMs = upToMs / 2 + (random() * upToMs) / 2;
      const timer = setTimeout(() => look(access), inMs);
      planned.set(accessKey(access), { access, misses, at: now() + inMs, timer });
    },
    forget(access) {
      clearTimeout(planned.get(accessKey(access))?.timer);
      planned.delete(accessKey(access));
    },
    tryNow() {
      for (const { access, timer } of planned.values()) {
        clearTimeout(timer);
        look(access);
      }
    },
    at: (access) => planned.get(accessKey(access))?.at ?? null,
  };
}
