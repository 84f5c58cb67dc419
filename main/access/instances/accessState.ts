import { instanceNameKey, everyInstance } from '../../../shared/domain/account/instanceAccess';
import { isErasedAddress } from '../../../shared/domain/person/pseudonym';
import type { Database } from '../../storage/database';
import { withMemberAddresses } from '../members/listing/memberAddresses';
import { isWholeAddress } from '../refresh/evidence';

const extended = new WeakSet<Database>();

/** The same database, in which statements can use the expressions of this file. */
export function withInstanceAccess(db: Database): Database {
  withMemberAddresses(db);
  if (!extended.has(db)) {
    db.function('instance_name_key', { deterministic: true }, (text: unknown) =>
      instanceNameKey(String(text)),
    );
    db.function('is_address_known', { deterministic: true }, (text: unknown) =>
      Number(isWholeAddress(String(text)) && !isErasedAddress(String(text))),
    );
    extended.add(db);
  }
  return db;
}

/** Whether there is any invitation whose person may be added to instances. */
export const hasAcceptances = (db: Database): boolean =>
  db.prepare(`SELECT 1 FROM invitations WHERE state = 'accepted' LIMIT 1`).get() !== undefined;

/** Whether the whole address of an invitation is known, and its person's data wasn't erased. */
export const isAddressKnown = 'is_address_known(invitations.email_address)';

/**
 * The address of an invitation as plans and ticks have it (`mailboxKey`): addresses that the app takes have ASCII letters only, and a
 * function of ours takes three times as long.
 */
const address = 'lower(trim(invitations.email_address))';

/** The rows of a table that are about the person and account of an invitation. */
const aboutInvited = (table: string): string =>
  `${table}.realm = invitations.realm AND ${table}.account_id = invitations.account_id AND ${table}.address = ${address}`;

/** Colleagues' facts of a kind about the person and account of an invitation. */
const sharedAbout = (table: string, kind: string): string =>
  `${table}.kind = '${kind}' AND ${table}.person = ${address} AND ${table}.realm = invitations.realm
    AND ${table}.account_id = invitations.account_id`;

/** When the person's own sign-in on this computer last listed what it can open in the account; null: never. */
export const seenAt = `(SELECT max(lists.as_of) FROM connections JOIN instance_lists AS lists USING (connection_id)
   WHERE connections.realm = invitations.realm AND lists.account_id = invitations.account_id
     AND lower(trim(connections.identity ->> 'email')) = ${address})`;

/**
 * This folder's ticks, numbered from 1, and colleagues', with negative numbers in the order in which they were learned, as long as
 * nothing was read here since that shows more.
 */
const everyTick = `(
  SELECT own.tick AS number, own.at, own.kind, own.instance_id, own.instance_name, own.ticked_by, own.source_file,
    NULL AS colleague FROM instance_ticks AS own WHERE ${aboutInvited('own')}
  UNION ALL SELECT shared.number - 9007199254740991, shared.at, shared.what, shared.body ->> 'instanceId', shared.body ->> 'instanceName',
    shared.body ->> 'by', NULL, shared.author_name FROM team_facts AS shared
    WHERE ${sharedAbout('shared', 'instanceTick')} AND shared.at > coalesce(${seenAt}, 0))`;

/**
 * Ticks of an invitation that weren't taken back: the latest about an instance counts, also a colleague's. Those from before the
 * invitation are about earlier access.
 */
export const standingTicks = `FROM ${everyTick} AS ticks
  WHERE ticks.at >= invitations.first_seen_at AND ticks.kind = 'added'
    AND NOT EXISTS (SELECT 1 FROM ${everyTick} AS later
      WHERE later.instance_id = ticks.instance_id
        AND (later.instance_id <> '' OR instance_name_key(later.instance_name) = instance_name_key(ticks.instance_name))
        AND iif(later.number > 0 AND ticks.number > 0, later.number > ticks.number,
          (later.at, later.number) > (ticks.at, ticks.number)))`;

/** What the invited person's own sign-in on this computer can open in the account. */
export const seenInstances = `FROM connections
  JOIN instances ON instances.connection_id = connections.connection_id AND instances.account_id = invitations.account_id
  WHERE connections.realm = invitations.realm AND lower(trim(connections.identity ->> 'email')) = ${address}`;

/** All instances of an invitation's account, as knownInstances.ts has them: the latest list of one of its admins. */
export const knownInstances = `FROM instances
  WHERE instances.account_id = invitations.account_id AND instances.connection_id = (
    SELECT lists.connection_id FROM ways_in JOIN instance_lists AS lists
      ON lists.connection_id = ways_in.connection_id AND lists.account_id = ways_in.account_id
    WHERE ways_in.realm = invitations.realm AND ways_in.account_id = invitations.account_id
      AND as_admin = 1 AND lists.as_of IS NOT NULL
    ORDER BY lists.as_of DESC, lists.connection_id LIMIT 1)`;

/** The name of an instance; its ID if Amazon names none. */
export const instanceName = `coalesce(nullif(instances.name, ''), instances.instance_id)`;

/** What the person has: one row each, with ID (empty: only the name is known) and name. */
const has = `(SELECT ticks.instance_id AS id, ticks.instance_name AS name ${standingTicks}
  UNION ALL SELECT instances.instance_id, ${instanceName} ${seenInstances})`;

/** Whether what the person has includes an instance. @param id SQL, an empty text if it isn't known */
const includes = (id: string, name: string): string => `EXISTS (SELECT 1 FROM ${has} AS has WHERE
  CASE WHEN ${id} <> '' AND has.id <> '' THEN has.id = ${id}
    ELSE instance_name_key(has.name) = instance_name_key(${name}) END)`;

const hasEvery = includes(`''`, `'${everyInstance.name}'`);

/** What this folder plans for an invitation. */
export const ownPlan = (column: string): string =>
  `(SELECT ${column} FROM planned_instances AS plans WHERE ${aboutInvited('plans')})`;

/** The newest plan of a colleague for an invitation, of those that each colleague's computer shared last. @param column of it */
export const colleaguesPlan = (column: string): string => `(SELECT ${column} FROM team_facts AS plan
  WHERE ${sharedAbout('plan', 'plannedInstances')} AND plan.what = 'planned'
    AND NOT EXISTS (SELECT 1 FROM team_facts AS later
      WHERE later.kind = plan.kind AND later.person = plan.person AND later.realm = plan.realm
        AND later.account_id = plan.account_id AND later.installation_id = plan.installation_id AND later.number > plan.number)
  ORDER BY plan.at DESC, plan.number DESC LIMIT 1)`;

/** What is planned for an invitation, as JSON; null: nothing. A colleague's plan counts only where there is none here. */
export const plannedFor = `coalesce(${ownPlan('wanted')}, ${colleaguesPlan(`plan.body -> '$.wanted'`)})`;

/** Whether the person has all that is planned or, without a plan, anything. */
const isDone = `CASE
  WHEN ${plannedFor} IS NULL THEN EXISTS ${has}
  WHEN ${hasEvery} THEN 1
  WHEN ${plannedFor} = '"all"' THEN EXISTS (SELECT 1 ${knownInstances}) AND NOT EXISTS (
    SELECT 1 ${knownInstances} AND NOT ${includes('instances.instance_id', instanceName)})
  ELSE NOT EXISTS (SELECT 1 FROM json_each(${plannedFor}) AS wanted WHERE NOT
    ${includes(`coalesce(wanted.value ->> 'instanceId', '')`, `wanted.value ->> 'name'`)})
  END`;

/** Whether a newer invitation of the same person to the account is pending or was accepted. */
export const isInvitedAgain = `EXISTS (SELECT 1 FROM invitations AS newer INDEXED BY invitations_by_person
  WHERE newer.realm = invitations.realm AND newer.account_id = invitations.account_id
    AND newer.email_address = invitations.email_address COLLATE NOCASE AND newer.state IN ('pending', 'accepted')
    AND (newer.first_seen_at, newer.invitation_id) > (invitations.first_seen_at, invitations.invitation_id))`;

/** Members of the account who are the invited person, with certainty or probably. */
const linked = `SELECT 1 FROM member_addresses AS known CROSS JOIN members USING (realm, user_id)
  WHERE known.address = ${address} AND members.realm = invitations.realm
    AND members.account_id = invitations.account_id`;

/** See `Membership`. Somebody who left before the invitation was let in again by it. */
export const membership = `CASE
  WHEN EXISTS (${linked} AND gone_at IS NULL AND instr(', ' || lower(members.role) || ', ', ', admin, ') > 0) THEN 'admin'
  WHEN EXISTS (${linked} AND gone_at IS NULL) THEN 'member'
  WHEN EXISTS (${linked} AND gone_at > coalesce(invitations.created_at, invitations.first_seen_at)) THEN 'left'
  ELSE 'unknown' END`;

export const isTracked = `NOT EXISTS (SELECT 1 FROM untracked_acceptances AS untracked
  WHERE untracked.realm = invitations.realm AND untracked.account_id = invitations.account_id
    AND untracked.invitation_id = invitations.invitation_id)`;

/**
 * The state of `instanceAccessOf` over the table `invitations`, null included. The members are those of
 * `LedgerAddresses.bringUpToDate`.
 */
export const instanceAccessState = `CASE
  WHEN invitations.state <> 'accepted' OR lower(invitations.role) = 'admin' THEN NULL
  WHEN NOT ${isAddressKnown} OR ${isInvitedAgain} OR (${membership}) IN ('admin', 'left') THEN NULL
  WHEN NOT ${isTracked} THEN 'notTracked'
  WHEN ${isDone} THEN 'has'
  ELSE 'waiting' END`;
