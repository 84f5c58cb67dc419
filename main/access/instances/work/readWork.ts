import { instanceAccessOf, type InstanceWork } from '../../../../shared/domain/account/instanceAccess';
import { plannedInstanceKey, type PlannedInstance } from '../../../../shared/domain/account/plannedInstances';
import type { Database } from '../../../storage/database';
import { readInstanceFacts, shownDetails, type InvitationKey, type ReadFacts } from '../accessFacts';

/** An invitation of the list, through the connection that administers its account. */
export interface WorkKey extends InvitationKey {
  readonly connectionId: string;
  readonly accountName: string;
}

/** Some people of the list, with one statement, in their order; undefined if nothing is to be known of somebody any longer. */
export function readWork(db: Database, keys: readonly WorkKey[]): (InstanceWork | undefined)[] {
  const facts = readInstanceFacts(db, keys);
  return keys.map((key, index) => workFrom(key, facts[index]));
}

function workFrom(key: WorkKey, facts: ReadFacts | undefined): InstanceWork | undefined {
  const details = facts === undefined ? null : shownDetails(facts);
  if (facts === undefined || details === null) return undefined;
  const { realm, accountId, accountName, invitationId, connectionId } = key;
  const { emailAddress, userName, acceptedAt } = facts;
  return {
    ...details,
    ...{ emailAddress, userName, acceptedAt },
    ...{ account: { connectionId, accountId }, realm, accountName, invitationId, saw: sawOf(facts) },
  };
}

/** Stands for what a person sees of somebody, to notice later that it has changed. */
function sawOf(facts: ReadFacts): string {
  const { state, missing } = instanceAccessOf(facts);
  const keys = (instances: readonly PlannedInstance[]): string[] => instances.map(plannedInstanceKey).sort();
  return JSON.stringify([state, facts.planned === null, keys(missing), keys(facts.added)]);
}
