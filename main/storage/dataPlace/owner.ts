import type { Database } from '../database';
import type { Computer } from './thisComputer';

/** The last computer that used a database, if it was a different one. */
export interface OtherComputer {
  readonly name: string;
  /** When it opened the database or, if known, closed it; ms since 1970. */
  readonly lastUsedAt: number;
  /** False if it never recorded closing the database: the app may still be running there. */
  readonly closed: boolean;
}

interface OwnerRow {
  readonly machine: string;
  readonly computer: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** The last computer that used the database, if it was a different one. */
export function otherOwner(db: Database, { machine }: Computer): OtherComputer | null {
  const before = db
    .prepare('SELECT machine, computer, opened_at AS openedAt, closed_at AS closedAt FROM owner')
    .get() as OwnerRow | undefined;
  if (before === undefined || before.machine === machine) return null;
  const { computer, openedAt, closedAt } = before;
  return { name: computer, lastUsedAt: closedAt ?? openedAt, closed: closedAt !== null };
}

/** Records that this computer uses the database from now on. @param now ms since 1970 */
export function takeOwnership(db: Database, { machine, name }: Computer, now: number): void {
  db.prepare('INSERT OR REPLACE INTO owner (only_row, machine, computer, opened_at) VALUES (1, ?, ?, ?)').run(
    machine,
    name,
    now,
  );
}

/** Records that this computer has closed the database, unless another one has taken it in the meantime. */
export function releaseOwnership(db: Database, { machine }: Computer, now: number): void {
  db.prepare('UPDATE owner SET closed_at = ? WHERE machine = ?').run(now, machine);
}
