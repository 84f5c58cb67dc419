import type { ErasureCounts, ErasureSubject } from '../../../shared/domain/person/erasure';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { personFacts, type PersonFacts } from './personFacts';
import { changeOf, countsOf, isAbout, mayConcern, type PlannedChange } from './plannedChanges';
import { sieveOf } from './nameSieve';
import { createReplacing } from './replaceText';
import { scanTables, type ScannedRow, type StoredValue } from './scanTables';

/** What erasing a person changes, row by row. Good as long as nothing is written. */
export interface PlannedErasure {
  readonly facts: PersonFacts;
  /** Of the pseudonym. */
  readonly number: number;
  readonly changes: readonly PlannedChange[];
  readonly counts: ErasureCounts;
}

/** The next number, which no erasure has had: erasures are never deleted. */
function nextNumber(db: Database): number {
  const { next } = db.prepare('SELECT coalesce(max(number), 0) + 1 AS next FROM erasures').get() as {
    readonly next: number;
  };
  return next;
}

/** Looks through everything stored. */
export function* planErasure(db: Database, subject: ErasureSubject): Stepwise<PlannedErasure> {
  const facts = personFacts(db, subject);
  const [found] = yield* findRows(db, [facts]);
  return yield* planFrom(db, facts, found ?? []);
}

/** The rows that change when each of several people is erased, found in one go through everything stored. */
export function* findRows(
  db: Database,
  people: readonly PersonFacts[],
): Stepwise<readonly (readonly ScannedRow[])[]> {
  const everybody = yield* operationsAbout(db, merged(people));
  const named = sieveOf(people);
  const candidates: ScannedRow[] = [];
  // Nearly every row is nobody's: a person at a time would take as many times as long.
  yield* scanTables(db, (row) => {
    if (mayConcern(row, named, isAmong(everybody))) candidates.push(row);
  });
  const found: (readonly ScannedRow[])[] = [];
  for (const facts of people) found.push(yield* rowsOf(db, facts, candidates));
  return found;
}

/** Those of the rows that change when the person is erased. */
function* rowsOf(
  db: Database,
  facts: PersonFacts,
  candidates: readonly ScannedRow[],
): Stepwise<readonly ScannedRow[]> {
  const sieve = sieveOf([facts]);
  const isOwnOperation = isAmong(yield* operationsAbout(db, facts));
  const replacing = createReplacing(facts, 1);
  const found: ScannedRow[] = [];
  for (const [index, row] of candidates.entries()) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    if (!mayConcern(row, sieve, isOwnOperation)) continue;
    if (changeOf(row, replacing, isAbout(row, replacing, isOwnOperation)) !== null) found.push(row);
  }
  return found;
}

/** How many rows are processed in one step. */
const rowsAStep = 20;

/** Not a person, but what several are named by. */
const merged = (
  people: readonly PersonFacts[],
): Pick<PersonFacts, 'addresses' | 'users' | 'invitationIds'> => ({
  addresses: people.flatMap(({ addresses }) => addresses),
  users: people.flatMap(({ users }) => users),
  invitationIds: people.flatMap(({ invitationIds }) => invitationIds),
});

const isAmong =
  (operations: ReadonlySet<number>) =>
  (id: StoredValue | undefined): boolean =>
    typeof id === 'number' && operations.has(id);

/** What becomes of these rows, as they are given. */
export function* planFrom(
  db: Database,
  facts: PersonFacts,
  rows: readonly ScannedRow[],
): Stepwise<PlannedErasure> {
  const number = nextNumber(db);
  const replacing = createReplacing(facts, number);
  const isOwnOperation = isAmong(yield* operationsAbout(db, facts));
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
  { addresses, users, invitationIds }: Pick<PersonFacts, 'addresses' | 'users' | 'invitationIds'>,
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
