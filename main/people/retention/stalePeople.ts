import { actorParts } from '../../../shared/domain/activity';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import { isErasureOpen } from '../../../shared/domain/person/erasure';
import { memberPersonKey, type MemberPersonRef } from '../../../shared/domain/person/memberPerson';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { openThings } from '../erasing/obstacles';
import { personFacts, type PersonFacts } from '../erasing/personFacts';
import { readTraces } from './traces';
import { isAddressOver, isUserOver } from './lastKnown';

/** Until when somebody's data is kept, and the time by which what is open is judged; ms since 1970. */
export interface KeepUntil {
  readonly before: number;
  readonly now: number;
}

/** Everybody whose last access, and last activity, ended before a time; each person once; and everybody who did something. */
export function* stalePeople(
  db: Database,
  until: KeepUntil,
): Stepwise<{ readonly people: readonly PersonFacts[]; readonly actors: ReadonlyMap<string, number> }> {
  const { ended, actors } = yield* readTraces(db, until.before);
  const seen = new Set<string>();
  const found: PersonFacts[] = [];
  const look = (facts: () => PersonFacts, key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const person = facts();
    for (const address of person.addresses) seen.add(address);
    for (const user of person.users) seen.add(memberPersonKey(user));
    if (isStale(db, person, actors, until)) found.push(person);
  };
  for (const address of ended) {
    yield;
    if (!isAddressOver(db, address, until.before)) continue;
    look(() => personFacts(db, { emailAddresses: [address], members: [] }, actors.keys()), address);
  }
  for (const user of usersBefore(db, until.before)) {
    yield;
    if (!isUserOver(db, user, until.before)) continue;
    look(
      () => personFacts(db, { emailAddresses: [], members: [user] }, actors.keys()),
      memberPersonKey(user),
    );
  }
  return { people: found, actors };
}

/** Whether nothing of a person is open, and everything of theirs ended before the time. */
export function isStale(
  db: Database,
  facts: PersonFacts,
  actors: ReadonlyMap<string, number>,
  until: KeepUntil,
): boolean {
  const { before } = until;
  const hasActed = [...actors].some(
    ([actor, at]) =>
      at >= before && facts.addresses.includes(mailboxKey(actorParts(actor).emailAddress ?? '')),
  );
  if (hasActed) return false;
  if (!facts.addresses.every((address) => isAddressOver(db, address, before))) return false;
  if (!facts.users.every((user) => isUserOver(db, user, before))) return false;
  const { obstacles, unreachable } = openThings(db, facts, until.now);
  return !isErasureOpen(obstacles) && unreachable === 0;
}

/** User IDs that lost access somewhere before a time, or about which something was decided. */
function usersBefore(db: Database, before: number): MemberPersonRef[] {
  const rows: unknown = db
    .prepare(
      `SELECT realm, user_id AS userId FROM members WHERE gone_at < :before AND masked_email NOT LIKE '%@erased.invalid'
       UNION SELECT realm, user_id FROM identity_decisions
         WHERE at < :before AND email_address NOT LIKE '%@erased.invalid'`,
    )
    .all({ before });
  return rows as MemberPersonRef[];
}
