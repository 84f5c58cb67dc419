import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import type { TeamStore } from '../store/teamStore';
import { createRivalWatch, type RivalState } from './rivals';

/** One start of the app, as the store knows it. */
export interface Start {
  readonly startId: string;
  /**
   * Says that this start is alive, and looks for others of this installation that began earlier.
   * @returns `ended`: another start took over; a new one has to begin
   */
  beat(store: TeamStore): Promise<RivalState | 'ended'>;
  /** Says that it ends, so that the next one needn't wait. */
  end(store: TeamStore): Promise<void>;
}

export interface StartDeps {
  readonly db: Database;
  readonly installationId: string;
  readonly programVersion: string;
  readonly now: () => number;
  readonly monotonic: () => number;
  /** For how long an earlier start must not have said that it is alive before it counts as ended, in ms. */
  readonly silenceMs: number;
}

/** Begins a start. It is in the local data before the store hears of it. */
export function beginStart(deps: StartDeps): Start {
  const { db, installationId, programVersion, now } = deps;
  const startId = newRecordId(now());
  db.prepare('INSERT INTO team_starts (start_id, started_at) VALUES (?, ?)').run(startId, now());
  const watchRivals = createRivalWatch(startId, deps);
  return {
    startId,
    async beat(store) {
      const alive = await store.query(
        `INSERT INTO amc.starts AS starts (start_id, installation_id, program_version) VALUES ($1, $2, $3)
         ON CONFLICT (start_id) DO UPDATE SET seen_at = now() WHERE starts.ended_at IS NULL RETURNING 1`,
        [startId, installationId, programVersion],
      );
      if (alive.length === 0) return 'ended';
      // Each time: what another start did at the same moment may be seen only after the first look.
      return watchRivals(store);
    },
    async end(store) {
      await store.query('UPDATE amc.starts SET ended_at = now() WHERE start_id = $1 AND ended_at IS NULL', [
        startId,
      ]);
    },
  };
}
