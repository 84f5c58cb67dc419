import type { ErasureCounts, ErasureSubject } from '../../../shared/domain/person/erasure';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { personFacts, type PersonFacts } from './personFacts';
import { changeOf, countsOf, isAbout, mayConcern, type PlannedChange } from './plannedChanges';
import { createReplacing } from './replaceText';
import { scanTables, type StoredValue } from './scanTables';

/** What erasing a person changes, row by row. Good as long as nothing is written. */
export interface PlannedErasure {
  readonly facts: PersonFacts;
  /** Of the pseudonym. */
  readonly number: number;
  readonly changes: readonly PlannedChange[];
  readonly counts: ErasureCounts;
}

/** The next number, which no erasure has had: erasures are never deleted. */
export function nextNumber(db: Database): number {
  const { next } = db.prepare('SELECT coalesce(max(number), 0) + 1 AS next FROM erasures').get() as {
    readonly next: number;
  };
  return next;
}

/** Looks through everything stored. */
export function* planErasure(db: Database, subject: ErasureSubject): Stepwise<PlannedErasure> {
  const facts = personFacts(db, subject);
  const number = nextNumber(db);
  const replacing = createReplacing(facts, number);
  const ownOperations = yield* operationsAbout(db, facts);
  const isOwnOperation = (id: StoredValue | undefined): boolean =>
    typeof id === 'number' && ownOperations.has(id);
  const rows = yield* scanTables(db, (row) => mayConcern(row, replacing, isOwnOperation));
  const changes: PlannedChange[] = [];
  const changed: { readonly table: string; readonly isOwn: boolean }[] = [];
  for (const row of rows) {
    const isOwn = isAbout(row, replacing, isOwnOperation);
    const change = changeOf(row, replacing, isOwn);
    if (change === null) continue;
    changes.push(change);
    changed.push({ table: row.table, isOwn });
    yield;
  }
  return { facts, number, changes, counts: countsOf(changed) };
}

/** The operations about a person: rows of other tables belong to them without saying whom they are about. */
function* operationsAbout(
  db: Database,
  { addresses, users, invitationIds }: PersonFacts,
): Stepwise<ReadonlySet<number>> {
  const ids = new Set<number>();
  const add = (sql: string, values: readonly string[]): void => {
    const rows = db.prepare(`SELECT operation_id AS id FROM operations WHERE ${sql}`).all(...values);
    for (const { id } of rows as { readonly id: number }[]) ids.add(id);
  };
  for (const address of addresses) add('email_address = ? COLLATE NOCASE', [address]);
  for (const { realm, userId } of users) add('realm = ? AND user_id = ?', [realm, userId]);
  for (const id of invitationIds) {
    add('invitation_id = ?', [id]);
    yield;
  }
  return ids;
}
