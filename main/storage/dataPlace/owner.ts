import type { Database } from '../database';
import type { Computer } from './thisComputer';

/** The computer that used a database last, if it was another one. */
export interface OtherComputer {
  readonly name: string;
  /** When it opened the database, or, once that is known, closed it; ms since 1970. */
  readonly lastUsedAt: number;
  /** False when it never said that it closed the database: the program may still run there. */
  readonly closed: boolean;
}

interface OwnerRow {
  readonly machine: string;
  readonly computer: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** Who used the database last, if it was another computer than this one. */
export function otherOwner(db: Database, { machine }: Computer): OtherComputer | null {
  const before = db
    .prepare('SELECT machine, computer, opened_at AS openedAt, closed_at AS closedAt FROM owner')
    .get() as OwnerRow | undefined;
  if (before === undefined || before.machine === machine) return null;
  const { computer, openedAt, closedAt } = before;
  return { name: computer, lastUsedAt: closedAt ?? openedAt, closed: closedAt !== null };
}

/** Writes down that this computer uses the database from now on. @param now ms since 1970 */
export function takeOwnership(db: Database, { machine, name }: Computer, now: number): void {
  db.prepare('INSERT OR REPLACE INTO owner (only_row, machine, computer, opened_at) VALUES (1, ?, ?, ?)').run(
    machine,
    name,
    now,
  );
}

/** Writes down that this computer is done with the database, unless another one has taken it in the meantime. */
export function releaseOwnership(db: Database, { machine }: Computer, now: number): void {
  db.prepare('UPDATE owner SET closed_at = ? WHERE machine = ?').run(now, machine);
}
