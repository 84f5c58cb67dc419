import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import {
  instanceAccessOf,
  type InstanceWork,
  type WorkAccount,
} from '../../../shared/domain/account/instanceAccess';
import type { InstanceAccessState } from '../../../shared/domain/account/instanceAccessState';
import { plannedInstanceKey, type PlannedInstance } from '../../../shared/domain/account/plannedInstances';
import { toSearchText } from '../../../shared/text/searchText';
import { accountKey } from '../../../shared/util/accountKey';
import type { Database } from '../../storage/database';
import { likePattern } from '../../storage/likePattern';
import { prepared } from '../../storage/prepared';
import type { Stepwise } from '../../storage/stepwise';
import { requireAccount } from '../accountAccess';
import { readInstanceFacts, shownDetails, type InvitationKey, type ReadFacts } from './accessFacts';
import { instanceAccessState, withInstanceAccess } from './accessState';
import { knownInstances } from './knownInstances';

export type WorkCounts = WorkAccount['counts'];

/** Accounts in which a connection administers people, as far as is known. */
const administered = `(invitations.realm, invitations.account_id) IN (
  SELECT realm, account_id FROM ways_in WHERE reachable = 1 AND can_invite IS NOT 0)`;

/** The connection through which it is done. */
const connectionOf = `(SELECT connection_id FROM ways_in
  WHERE ways_in.realm = page.realm AND ways_in.account_id = page.account_id AND reachable = 1 AND can_invite IS NOT 0
  ORDER BY can_invite DESC, connection_id LIMIT 1)`;

const foundWork = `SELECT realm, account_id, invitation_id, search_text, ${instanceAccessState} AS access
  FROM invitations WHERE state = 'accepted' AND ${administered}`;

/** How many people there are in each state, in all accounts that a connection administers. */
export function* countWork(db: Database): Stepwise<WorkCounts> {
  const total = { ...noWork };
  for (const account of administeredAccounts(db)) {
    const { waiting, has, notTracked } = countIn(db, account);
    total.waiting += waiting;
    total.has += has;
    total.notTracked += notTracked;
    yield;
  }
  return total;
}

/** Accounts in which a connection administers people, as far as is known. */
export function administeredAccounts(db: Database): readonly Place[] {
  const rows: unknown = db
    .prepare(
      'SELECT DISTINCT realm, account_id AS accountId FROM ways_in WHERE reachable = 1 AND can_invite IS NOT 0',
    )
    .all();
  return rows as readonly Place[];
}

interface Place {
  readonly realm: string;
  readonly accountId: string;
}

/** A page of the work list. @throws CodedError NOT_FOUND when the connection doesn't reach the account */
export function listWork(
  db: Database,
  query: CheckedInput<'instances.list'>,
): ChannelOutput<'instances.list'> {
  const { where, values } = conditionsOf(db, query);
  const rows = withInstanceAccess(db)
    .prepare(
      `WITH found AS MATERIALIZED (${foundWork}),
         page AS (
           SELECT found.*, name, count(*) OVER () AS total FROM found JOIN accounts USING (realm, account_id) WHERE ${where}
           ORDER BY name COLLATE NOCASE, account_id, realm, search_text, invitation_id LIMIT :limit OFFSET :offset)
       SELECT realm, account_id AS accountId, name AS accountName, invitation_id AS invitationId, total,
         ${connectionOf} AS connectionId
       FROM page ORDER BY name COLLATE NOCASE, account_id, realm, search_text, invitation_id`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as unknown as (WorkKey & {
    readonly total: number;
  })[];
  const total = rows[0]?.total ?? (query.offset === 0 ? 0 : countMatching(db, where, values));
  const people = rows.flatMap(({ total: _, ...key }) => readWork(db, key) ?? []);
  return { people, accounts: accountsOf(db, rows), total };
}

/** An invitation of the list, through the connection that administers its account. */
export interface WorkKey extends InvitationKey {
  readonly connectionId: string;
  readonly accountName: string;
}

/** One person of the list; undefined if nothing is to be known of them any longer. */
export function readWork(db: Database, key: WorkKey): InstanceWork | undefined {
  const facts = readInstanceFacts(db, key);
  const details = facts === undefined ? null : shownDetails(facts);
  if (facts === undefined || details === null) return undefined;
  const { realm, accountId, accountName, invitationId, connectionId } = key;
  const person = db
    .prepare(
      `SELECT email_address AS emailAddress, user_name AS userName, state_changed_at AS acceptedAt FROM invitations
       WHERE realm = ? AND account_id = ? AND invitation_id = ?`,
    )
    .get(realm, accountId, invitationId) as Pick<InstanceWork, 'emailAddress' | 'userName' | 'acceptedAt'>;
  return {
    ...details,
    ...person,
    ...{ account: { connectionId, accountId }, realm, accountName, invitationId, saw: sawOf(facts) },
  };
}

/** Stands for what a person sees of somebody, to notice later that it has changed. */
function sawOf(facts: ReadFacts): string {
  const { state, missing } = instanceAccessOf(facts);
  const keys = (instances: readonly PlannedInstance[]): string[] => instances.map(plannedInstanceKey).sort();
  return JSON.stringify([state, facts.planned === null, keys(missing), keys(facts.added)]);
}

function conditionsOf(
  db: Database,
  { states, account, search = '' }: CheckedInput<'instances.list'>,
): { readonly where: string; readonly values: Readonly<Record<string, string>> } {
  const where = ['access IS NOT NULL'];
  const values: Record<string, string> = {};
  if (states !== undefined) {
    where.push('access IN (SELECT value FROM json_each(:states))');
    values['states'] = JSON.stringify(states);
  }
  if (account !== undefined) {
    const { realm, accountId } = requireAccount(db, account);
    where.push('found.realm = :realm AND found.account_id = :accountId');
    Object.assign(values, { realm, accountId });
  }
  const text = toSearchText(search);
  if (text !== '') {
    where.push(`(search_text LIKE :search ESCAPE '\\' OR accounts.name LIKE :search ESCAPE '\\')`);
    values['search'] = likePattern(text);
  }
  return { where: where.join(' AND '), values };
}

/** A page behind the last one has no row to tell the total. */
function countMatching(db: Database, where: string, values: Readonly<Record<string, string>>): number {
  const row = withInstanceAccess(db)
    .prepare(
      `WITH found AS MATERIALIZED (${foundWork})
       SELECT count(*) AS total FROM found JOIN accounts USING (realm, account_id) WHERE ${where}`,
    )
    .get(values) as { readonly total: number };
  return row.total;
}

const noWork: WorkCounts = { waiting: 0, has: 0, notTracked: 0 };

function countIn(db: Database, { realm, accountId }: Place): WorkCounts {
  const rows = prepared(
    withInstanceAccess(db),
    `SELECT ${instanceAccessState} AS access, count(*) AS count FROM invitations
     WHERE realm = ? AND account_id = ? AND state = 'accepted' GROUP BY 1 HAVING access IS NOT NULL`,
  ).all(realm, accountId) as unknown as { readonly access: InstanceAccessState; readonly count: number }[];
  return rows.reduce((counts, { access, count }) => ({ ...counts, [access]: count }), noWork);
}

/** The accounts of some rows, each once. */
function accountsOf(db: Database, rows: readonly WorkKey[]): WorkAccount[] {
  const accounts = new Map<string, WorkAccount>();
  for (const { realm, accountId, connectionId } of rows) {
    const key = accountKey({ realm, accountId });
    if (accounts.has(key)) continue;
    accounts.set(key, {
      account: { connectionId, accountId },
      realm,
      ...listedInstances(db, { realm, accountId }),
      counts: countIn(db, { realm, accountId }),
    });
  }
  return [...accounts.values()];
}

/** What admins' sign-ins listed of an account. */
export function listedInstances(db: Database, account: Place): Pick<WorkAccount, 'instances' | 'asOf'> {
  const { instances, asOf } = knownInstances(db, account);
  return { instances: instances?.map(({ instanceId, name }) => ({ instanceId, name })) ?? null, asOf };
}
