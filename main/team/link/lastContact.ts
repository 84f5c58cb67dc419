import type { Database } from '../../storage/database';

/** At most this often the time is written, in ms: it is asked every few seconds. */
const writtenEveryMs = 60_000;

/** When the store last answered, ms since 1970; null: never, or there is no team. */
export function readHeardAt(db: Database): number | null {
  const team = db.prepare('SELECT heard_at AS heardAt FROM teams').get() as
    { readonly heardAt: number | null } | undefined;
  return team?.heardAt ?? null;
}

/** The store answered now; the data knows it at most a minute later. @returns the time */
export function hear(db: Database, now: number, before: number | null): number {
  const written = before === null ? null : readHeardAt(db);
  if (written === null || now < written || now - written >= writtenEveryMs) {
    db.prepare('UPDATE teams SET heard_at = ?').run(now);
  }
  return now;
}
