import type { TeamStore } from '../store/teamStore';

interface Rival {
  readonly startId: string;
  /** The store's time of its last sign of life, to be compared alone. */
  readonly seenAt: string;
}

interface Watched {
  readonly seenAt: string;
  /** Since when it has been the same, by the monotonic clock. */
  readonly since: number;
  /** It changed while this start was looking: the other one is alive. */
  readonly moved: boolean;
}

/** How a start stands with earlier ones of its installation; see `LinkState`. */
export type RivalState = 'ready' | 'checking' | 'copy';

/**
 * Looks, each time it is called, for starts of the same installation that began before this one. A start that has given no sign of
 * life for `silenceMs` counts as ended, and the store is asked to end it.
 */
export function createRivalWatch(
  startId: string,
  { monotonic, silenceMs }: { readonly monotonic: () => number; readonly silenceMs: number },
): (store: TeamStore) => Promise<RivalState> {
  const watched = new Map<string, Watched>();

  const isSilent = ({ startId: id, seenAt }: Rival): boolean => {
    const at = monotonic();
    const before = watched.get(id);
    if (before?.seenAt === seenAt) return at - before.since >= silenceMs;
    watched.set(id, { seenAt, since: at, moved: before !== undefined });
    return false;
  };

  return async (store) => {
    const rivals = await store.query<Rival>(
      `SELECT earlier.start_id AS "startId", earlier.seen_at::text AS "seenAt"
       FROM amc.starts AS earlier, amc.starts AS own
       WHERE own.start_id = $1 AND earlier.installation_id = own.installation_id AND earlier.ended_at IS NULL
         AND (earlier.started_at, earlier.start_id) < (own.started_at, own.start_id)`,
      [startId],
    );
    const silent = rivals.filter(isSilent).map(({ startId: id }) => id);
    if (silent.length > 0) {
      await store.query(
        'UPDATE amc.starts SET ended_at = now() WHERE start_id = ANY ($1::uuid[]) AND ended_at IS NULL',
        [silent],
      );
    }
    const left = rivals.filter(({ startId: id }) => !silent.includes(id));
    if (left.length === 0) return 'ready';
    return left.some(({ startId: id }) => watched.get(id)?.moved === true) ? 'copy' : 'checking';
  };
}
