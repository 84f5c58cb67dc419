import {
  kindOfInstance,
  type KnownInstance,
  type KnownInstances,
} from '../../../shared/domain/account/instance';
import { errorBody } from '../../../shared/errorBody';
import { compareNames } from '../../../shared/text/formats';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';

/** An account, through whichever connection. */
interface Place {
  readonly realm: string;
  readonly accountId: string;
}

/** The instances of an account, as last listed to one of its admins who signed in here, whichever connection that was. */
export function knownInstances(db: Database, { realm, accountId }: Place): KnownInstances {
  const list = prepared(
    db,
    `SELECT lists.connection_id AS connectionId, lists.as_of AS asOf FROM ${lists}
     WHERE realm = ? AND ways_in.account_id = ? AND as_admin = 1 AND lists.as_of IS NOT NULL
     ORDER BY lists.as_of DESC, lists.connection_id LIMIT 1`,
  ).get(realm, accountId) as { readonly connectionId: string; readonly asOf: number } | undefined;
  return {
    instances: list === undefined ? null : instancesOf(db, list.connectionId, accountId),
    asOf: list?.asOf ?? null,
    error: latestProblem(db, { realm, accountId }),
  };
}

function instancesOf(db: Database, connectionId: string, accountId: string): KnownInstance[] {
  const rows = prepared(
    db,
    `SELECT instance_id AS instanceId, name, types, status FROM instances WHERE connection_id = ? AND account_id = ?`,
  ).all(connectionId, accountId) as unknown as InstanceRow[];
  return rows.map(instanceOf).sort((one, other) => compareNames(one.name, other.name));
}

/** Null if the latest reading by an admin succeeded, or none has ended. */
function latestProblem(db: Database, { realm, accountId }: Place): KnownInstances['error'] {
  const row = prepared(
    db,
    `SELECT error FROM ${lists}
     WHERE realm = ? AND ways_in.account_id = ? AND can_invite = 1 ORDER BY tried_at DESC LIMIT 1`,
  ).get(realm, accountId) as { readonly error: string | null } | undefined;
  return row === undefined || row.error === null ? null : errorBody.parse(JSON.parse(row.error));
}

const lists = `ways_in JOIN instance_lists AS lists
  ON lists.connection_id = ways_in.connection_id AND lists.account_id = ways_in.account_id`;

interface InstanceRow extends Pick<KnownInstance, 'instanceId' | 'name' | 'status'> {
  readonly types: string;
}

function instanceOf({ instanceId, name, types, status }: InstanceRow): KnownInstance {
  const listed = JSON.parse(types) as string[];
  return {
    instanceId,
    name: name === '' ? instanceId : name,
    kind: kindOfInstance(listed),
    types: listed,
    status,
  };
}
