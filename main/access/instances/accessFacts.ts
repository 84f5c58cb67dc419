import type { InvitationState } from '../../../shared/domain/invitation/invitation';
import {
  colleaguesPlan,
  instanceAccessOf,
  isPlanAhead,
  type AddedInstance,
  type ColleaguesPlan,
  type InstanceDetails,
  type InstanceFacts,
  type Membership,
  type ShownPlan,
} from '../../../shared/domain/account/instanceAccess';
import {
  isSamePlan,
  plannedInstances,
  type PlannedInstance,
} from '../../../shared/domain/account/plannedInstances';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import {
  instanceName,
  isAddressKnown,
  isInvitedAgain,
  isTracked,
  colleaguesPlan as colleaguesPlanSql,
  knownInstances,
  membership,
  ownPlan,
  plannedFor,
  seenAt,
  seenInstances,
  standingTicks,
  withInstanceAccess,
} from './accessState';

/** An invitation of any connection's account. */
export interface InvitationKey {
  readonly realm: string;
  readonly accountId: string;
  readonly invitationId: string;
}

/** The facts behind an invitation's access to instances, with what is shown of them. */
export interface ReadFacts extends InstanceFacts {
  readonly emailAddress: string;
  readonly userName: string;
  /** When the app learned that it was accepted, in ms since 1970. */
  readonly acceptedAt: number;
  readonly added: readonly AddedInstance[];
  readonly ownPlan: InstanceDetails['ownPlan'];
  /** The newest. */
  readonly colleaguesPlan: ColleaguesPlan | null;
  readonly seenAt: number | null;
}

const selectFacts = `SELECT key.key AS place, email_address AS emailAddress, user_name AS userName, state_changed_at AS acceptedAt,
  invitations.state AS invitation, invitations.role, ${isAddressKnown} AS isAddressKnown, ${isInvitedAgain} AS isInvitedAgain,
  ${membership} AS membership, ${isTracked} AS isTracked, ${plannedFor} AS planned,
  ${ownPlan(`json_object('at', planned_at, 'by', planned_by)`)} AS ownPlan,
  ${colleaguesPlanSql(`json_object('wanted', plan.body -> '$.wanted', 'who', plan.author_name,
    'isOwn', json(iif(plan.author IS (SELECT login FROM teams), 'true', 'false')), 'at', plan.at)`)} AS colleaguesPlan,
  (SELECT json_group_array(json_object('instanceId', instance_id, 'name', name) ORDER BY name COLLATE NOCASE, instance_id) FROM (
    SELECT DISTINCT instances.instance_id, ${instanceName} AS name ${knownInstances})) AS known,
  (SELECT json_group_array(json_object('instanceId', nullif(instance_id, ''), 'name', instance_name, 'at', at,
     'by', ticked_by, 'sourceFile', source_file, 'colleague', colleague) ORDER BY at, number) ${standingTicks}) AS added,
  (SELECT json_group_array(json_object('instanceId', instances.instance_id, 'name', ${instanceName}) ORDER BY name COLLATE NOCASE)
     ${seenInstances}) AS seen,
  ${seenAt} AS seenAt
  FROM json_each(?) AS key CROSS JOIN invitations
    ON realm = key.value ->> 0 AND account_id = key.value ->> 1 AND invitation_id = key.value ->> 2`;

interface Row extends Pick<ReadFacts, 'emailAddress' | 'userName' | 'acceptedAt'> {
  readonly place: number;
  readonly invitation: InvitationState;
  readonly role: string;
  readonly isAddressKnown: number;
  readonly isInvitedAgain: number;
  readonly membership: Membership;
  readonly isTracked: number;
  readonly planned: string | null;
  readonly ownPlan: string | null;
  readonly colleaguesPlan: string | null;
  readonly known: string;
  readonly added: string;
  readonly seen: string;
  readonly seenAt: number | null;
}

/**
 * The facts of stored invitations, with one statement, in their order; undefined where there is none. The members are those of
 * `LedgerAddresses.bringUpToDate`.
 */
export function readInstanceFacts(
  db: Database,
  invitations: readonly InvitationKey[],
): (ReadFacts | undefined)[] {
  const keys = invitations.map(({ realm, accountId, invitationId }) => [realm, accountId, invitationId]);
  const rows = prepared(withInstanceAccess(db), selectFacts).all(JSON.stringify(keys)) as unknown as Row[];
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return invitations.map((_, place) => {
    const row = byPlace.get(place);
    return row === undefined ? undefined : factsFrom(row);
  });
}

const factsFrom = ({ place: _, ...row }: Row): ReadFacts => ({
  ...row,
  isAddressKnown: row.isAddressKnown === 1,
  isInvitedAgain: row.isInvitedAgain === 1,
  isTracked: row.isTracked === 1,
  planned: row.planned === null ? null : plannedInstances.parse(JSON.parse(row.planned)),
  ownPlan: row.ownPlan === null ? null : (JSON.parse(row.ownPlan) as NonNullable<ReadFacts['ownPlan']>),
  colleaguesPlan: row.colleaguesPlan === null ? null : colleaguesPlan.parse(JSON.parse(row.colleaguesPlan)),
  known: JSON.parse(row.known) as PlannedInstance[],
  added: JSON.parse(row.added) as AddedInstance[],
  seen: JSON.parse(row.seen) as PlannedInstance[],
});

/** What is known of the access to instances of an invitation's person, and what is planned while it is pending; null: nothing. */
export function instancesOf(
  db: Database,
  key: InvitationKey,
): { readonly instances: InstanceDetails | null; readonly plan: ShownPlan | null } {
  const [facts] = readInstanceFacts(db, [key]);
  return { instances: facts === undefined ? null : shownDetails(facts), plan: planAheadOf(facts) };
}

/** What is known of the access; null where there is nothing to be known. */
export function shownDetails(facts: ReadFacts): InstanceDetails | null {
  const { state, missing } = instanceAccessOf(facts);
  if (state === null) return null;
  const { ownPlan: own, added, seen, seenAt } = facts;
  return {
    state,
    ...planOf(facts),
    ownPlan: own,
    missing: [...missing],
    added: [...added],
    seen: [...seen],
    seenAt,
  };
}

/**
 * What is planned for those of these invitations that are pending, in their order; null where nothing is, or where it won't matter.
 */
export const plansAhead = (db: Database, invitations: readonly InvitationKey[]): (ShownPlan | null)[] =>
  readInstanceFacts(db, invitations).map(planAheadOf);

const planAheadOf = (facts: ReadFacts | undefined): ShownPlan | null =>
  facts === undefined || facts.planned === null || !isPlanAhead(facts) ? null : planOf(facts);

/** The same plan of a colleague adds nothing. */
const planOf = ({ planned, ownPlan, colleaguesPlan }: ReadFacts): ShownPlan => ({
  planned,
  colleaguesPlan:
    ownPlan !== null && colleaguesPlan !== null && isSamePlan(planned, colleaguesPlan.wanted)
      ? null
      : colleaguesPlan,
});
