import { isOpenSql } from '../../../shared/domain/outbox/openStatuses';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instance } from '../../../shared/domain/account/instance';
import type { BatchRow } from '../../../shared/domain/batch/batch';
import type { OperationStatus } from '../../../shared/domain/outbox/operation';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import {
  personKey,
  type BatchFacts,
  type HouseRules,
  type InvitationFact,
  type PlanFact,
  type AccessFact,
  type ColleagueFact,
} from '../../../shared/domain/batch/rules/facts';
import { bestFirst } from '../../access/bestConnection';
import { unseenInvitations } from '../../access/colleagues/colleagueInvitations';
import { knownInstances } from '../../access/instances/knownInstances';
import { plansOf } from '../../access/instances/plans';
import { identifiedMembers, type IdentifiedMember } from '../../access/ledger/identifiedMembers';
import { refusesChanges } from '../../access/refusesChanges';
import type { Database } from '../../storage/database';
import { rowsAPiece } from '../rows';
import { accountKey, accountRefKey } from '../../../shared/util/accountKey';

/**
 * All stored data that a check of these rows needs. It is read in slices, so that a long batch doesn't block anything.
 * @param at when the check is made, ms since 1970
 */
export async function collectFacts(
  db: Database,
  rows: readonly RowPerson[],
  { house, at }: { readonly house: HouseRules; readonly at: number },
): Promise<BatchFacts> {
  const accesses = accessesIn(db);
  const { places, invitations, plans, colleagues } = await invitationsOf(db, { rows, accesses, at });
  const placesJson = JSON.stringify(places);
  return {
    accesses,
    invitations,
    instances: instancesIn(db, places),
    plans,
    colleagues,
    members: membersByPerson(await identifiedMembers(db)),
    underWay: underWayIn(db, placesJson),
    admins: house.mostAdminsPerAccount === 0 ? new Map() : adminsIn(db, placesJson),
    oneself: signedInAs(db),
    house,
  };
}

/** If two members of an account are the person, the more certain one counts. */
function membersByPerson(members: readonly IdentifiedMember[]): Map<string, IdentifiedMember['confidence']> {
  const byPerson = new Map<string, IdentifiedMember['confidence']>();
  for (const { address, confidence, ...place } of members) {
    const key = personKey(accountKey(place), address);
    if (byPerson.get(key) !== 'certain') byPerson.set(key, confidence);
  }
  return byPerson;
}

type Place = readonly [realm: string, accountId: string];

/** Whether something belongs to one of the accounts in `:places`. */
const inPlaces = `(realm, account_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(:places))`;

/**
 * Amazon answers 400 to a request about users that an account never accepts (amazon-api §1). What it answers to reads there isn't
 * documented.
 */
const refusing = `(coalesce(json_extract(trouble, '$.code') = 'BAD_REQUEST', 0) OR ${refusesChanges})`;

function accessesIn(db: Database): AccessFact[] {
  const rows = db
    .prepare(
      `SELECT ways_in.connection_id AS connectionId, ways_in.account_id AS accountId, ways_in.realm,
         accounts.name, connections.label, reachable, can_invite AS canInvite, ${refusing} AS refuses
       FROM ways_in JOIN accounts USING (realm, account_id) JOIN connections USING (connection_id)
       ORDER BY ${bestFirst}`,
    )
    .all() as unknown as AccessRow[];
  return rows.map(({ connectionId, accountId, realm, name, label, reachable, canInvite, refuses }) => ({
    account: { connectionId, accountId },
    realm,
    name,
    connectionLabel: label,
    reachable: reachable === 1,
    canInvite: canInvite === null ? null : canInvite === 1,
    refusesChanges: refuses === 1,
  }));
}

interface AccessRow {
  readonly connectionId: string;
  readonly accountId: string;
  readonly realm: string;
  readonly name: string;
  readonly label: string;
  readonly reachable: 0 | 1;
  readonly canInvite: 0 | 1 | null;
  readonly refuses: 0 | 1;
}

/**
 * The accounts of the rows, and the stored invitations of the rows' people only: an account may have tens of thousands. No list
 * of all people is built, since it would be expensive to garbage-collect.
 */
async function invitationsOf(
  db: Database,
  {
    rows,
    accesses,
    at,
  }: { readonly rows: readonly RowPerson[]; readonly accesses: readonly AccessFact[]; readonly at: number },
): Promise<Pick<BatchFacts, 'invitations' | 'plans' | 'colleagues'> & { readonly places: Place[] }> {
  // Without the index SQLite reads all of an account for each person.
  const statement = db.prepare(
    `SELECT realm, account_id AS accountId, email_address AS emailAddress, role, state,
       coalesce(evidence = 'maskedUser', 0) AS masked,
       iif(state = 'pending' AND expires_at <= ?2, expires_at, NULL) AS expiredAt
     FROM json_each(?1) AS wanted CROSS JOIN invitations INDEXED BY invitations_by_person
       ON realm = wanted.value ->> 0 AND account_id = wanted.value ->> 1
         AND email_address = wanted.value ->> 2 COLLATE NOCASE
     WHERE state IN ('pending', 'accepted', 'revoked')
     ORDER BY state_changed_at DESC`,
  );
  const places = new Map<string, Place>();
  const found = new Map<string, InvitationFact[]>();
  const plans = new Map<string, PlanFact>();
  const colleagues = new Map<string, ColleagueFact>();
  const placeOf = new Map(
    accesses.map(({ account, realm }) => [accountRefKey(account), [realm, account.accountId] as const]),
  );
  for (let from = 0; from < rows.length; from += rowsAPiece) {
    await nextTurn();
    const people = new Map<string, readonly [...Place, emailAddress: string]>();
    for (const { account, emailAddress } of rows.slice(from, from + rowsAPiece)) {
      const place = account === null ? undefined : placeOf.get(accountRefKey(account));
      if (place === undefined) continue;
      const key = accountKey({ realm: place[0], accountId: place[1] });
      places.set(key, place);
      const person = personKey(key, emailAddress);
      if (!found.has(person)) people.set(person, [...place, emailAddress.trim()]);
    }
    for (const plan of plansOf(db, [...people.values()])) {
      plans.set(keyOf({ ...plan, emailAddress: plan.address }), plan);
    }
    const mailboxes = [...people.values()].map(
      ([realm, accountId, address]) => [realm, accountId, mailboxKey(address)] as const,
    );
    for (const each of unseenInvitations(db, mailboxes)) colleagues.set(keyOf(each), each);
    for (const { state, role, masked, expiredAt, ...person } of statement.all(
      JSON.stringify([...people.values()]),
      at,
    ) as unknown as InvitationRow[]) {
      const key = keyOf(person);
      const fact = { state, role, masked: masked === 1, expiredAt };
      const known = found.get(key);
      if (known === undefined) found.set(key, [fact]);
      else known.push(fact);
    }
  }
  return { places: [...places.values()], invitations: found, plans, colleagues };
}

/** Accounts whose instances Amazon never listed are omitted. */
function instancesIn(db: Database, places: readonly Place[]): Map<string, readonly Instance[]> {
  const found = new Map<string, readonly Instance[]>();
  for (const [realm, accountId] of places) {
    const { instances } = knownInstances(db, { realm, accountId });
    if (instances !== null) found.set(accountKey({ realm, accountId }), instances);
  }
  return found;
}

type RowPerson = Pick<BatchRow, 'account' | 'emailAddress'>;

interface InvitationRow extends PersonRow {
  readonly state: InvitationFact['state'];
  readonly role: string;
  readonly masked: 0 | 1;
  readonly expiredAt: number | null;
}

interface PersonRow {
  readonly realm: string;
  readonly accountId: string;
  readonly emailAddress: string;
}

const keyOf = ({ realm, accountId, emailAddress }: PersonRow): string =>
  personKey(accountKey({ realm, accountId }), emailAddress);

function underWayIn(db: Database, places: string): Map<string, OperationStatus> {
  const rows = db
    .prepare(
      `SELECT realm, account_id AS accountId, email_address AS emailAddress, status FROM operations
       WHERE ${inPlaces} AND kind = 'create' AND ${isOpenSql}`,
    )
    .all({ places }) as unknown as (PersonRow & { status: OperationStatus })[];
  return new Map(rows.map(({ status, ...person }) => [keyOf(person), status]));
}

/** People who accepted as admins may have been removed since; counting them is the safe side for a limit. */
function adminsIn(db: Database, places: string): Map<string, Set<string>> {
  const rows = db
    .prepare(
      `SELECT realm, account_id AS accountId, email_address AS emailAddress FROM invitations
       WHERE ${inPlaces} AND state IN ('pending', 'accepted') AND lower(role) = 'admin'
       UNION
       SELECT realm, account_id, email_address FROM operations
       WHERE ${inPlaces} AND kind = 'create' AND lower(role) = 'admin'
         AND ${isOpenSql}`,
    )
    .all({ places }) as unknown as PersonRow[];
  const admins = new Map<string, Set<string>>();
  for (const { realm, accountId, emailAddress } of rows) {
    const place = accountKey({ realm, accountId });
    const own = admins.get(place) ?? new Set();
    admins.set(place, own.add(mailboxKey(emailAddress)));
  }
  return admins;
}

function signedInAs(db: Database): Set<string> {
  const rows = db
    .prepare(
      `SELECT DISTINCT json_extract(identity, '$.email') AS email FROM connections WHERE identity IS NOT NULL`,
    )
    .all() as { email: string | null }[];
  return new Set(rows.flatMap(({ email }) => (email === null ? [] : [mailboxKey(email)])));
}
