import {
  finding,
  operation,
  type Operation,
  type ShownStatus,
} from '../../../shared/domain/outbox/operation';
import { errorBody } from '../../../shared/errorBody';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import { requireAccount } from '../../access/accountAccess';
import type { Database } from '../../storage/database';
import { originColumn, originOf } from '../../storage/origin';
import { isSkipped, isStopped } from '../../storage/skipped';

/** The channel's input; `latestOnly` may be omitted. */
export type OperationsQuery = Omit<CheckedInput<'outbox.operations'>, 'latestOnly'> & {
  readonly latestOnly?: boolean;
};

/** See Outbox.operations. */
export function listOperations(db: Database, query: OperationsQuery): ChannelOutput<'outbox.operations'> {
  const { sql, values } = conditionsOf(db, query);
  const rows = db
    .prepare(
      `SELECT operation_id AS operationId, operations.run_id AS runId, kind, status,
         operations.connection_id AS connectionId, operations.account_id AS accountId,
         accounts.name AS accountName, operations.email_address AS emailAddress, operations.user_name AS userName, operations.role,
         operations.invitation_id AS invitationId, user_id AS userId, role_before AS roleBefore, notify,
         amazon_request_id AS requestId, error, finding,
         after_operation AS afterOperation, ${readBack} AS readBack, attempt,
         (SELECT later.operation_id FROM operations AS later
          WHERE later.replaces = operations.operation_id) AS replacedBy,
         ${originColumn('operations.operation_id')} AS origin,
         solo_reason AS soloReason, ${teamSettlement} AS teamSettlement,
         operations.created_at AS createdAt, sent_at AS sentAt, settled_at AS settledAt
       FROM operations JOIN requests USING (request_id)
         JOIN accounts ON accounts.realm = operations.realm AND accounts.account_id = operations.account_id
         LEFT JOIN invitations ON invitations.realm = operations.realm
           AND invitations.account_id = operations.account_id AND invitations.invitation_id = operations.invitation_id
       WHERE operation_id IN (
         SELECT operation_id FROM operations WHERE ${[...sql, ...latest(query)].join(' AND ')}
         ORDER BY operation_id DESC LIMIT :limit OFFSET :offset)
       ORDER BY operation_id DESC`,
    )
    .all({ ...values, limit: query.limit, offset: query.offset }) as unknown as OperationRow[];
  const count = (conditions: readonly string[]): number => {
    const counted = db
      .prepare(`SELECT count(*) AS count FROM operations WHERE ${conditions.join(' AND ')}`)
      .get(values) as { count: number };
    return counted.count;
  };
  // The few replaced ones are counted separately: checking them one by one among all others would take far longer.
  const total = count(sql) - (query.latestOnly === true ? count([...sql, replaced]) : 0);
  return { operations: rows.map(operationOf), total };
}

/** "Not listed yet" is shown only while that is possible: afterwards the result is looked up. */
const readBack = `CASE
  WHEN read_back <> 'notListed' OR invitations.state IS NULL OR invitations.state = 'pending' THEN read_back
  WHEN invitations.state = 'accepted' THEN 'accepted' END`;

/** The latest claim settled by somebody else than who made it. */
const teamSettlement = `(SELECT json_object('colleague', colleague, 'isOwn', iif(is_own = 1, json('true'), json('false')),
    'state', settled.state, 'at', at)
  FROM team_settlements AS settled WHERE settled.operation_id = operations.operation_id ORDER BY number DESC LIMIT 1)`;

const replaced =
  'operation_id IN (SELECT replaces FROM operations AS later WHERE later.replaces IS NOT NULL)';

const latest = ({ latestOnly }: OperationsQuery): string[] =>
  latestOnly === true ? [`NOT ${replaced}`] : [];

/** Only the given conditions, so that SQLite can choose an index. */
function conditionsOf(
  db: Database,
  query: OperationsQuery,
): { readonly sql: readonly string[]; readonly values: Record<string, string | number> } {
  const account = query.account === undefined ? undefined : requireAccount(db, query.account);
  const sql = ['TRUE'];
  const values: Record<string, string | number> = {};
  const among = (column: string, name: string, list: readonly unknown[] | undefined): void => {
    if (list === undefined) return;
    sql.push(`${column} IN (SELECT value FROM json_each(:${name}))`);
    values[name] = JSON.stringify(list);
  };
  among('operation_id', 'operationIds', query.operationIds);
  among('kind', 'kinds', query.kinds);
  if (query.statuses !== undefined) sql.push(statusCondition(query.statuses));
  if (query.runId !== undefined) {
    sql.push('run_id = :runId');
    values['runId'] = query.runId;
  }
  if (query.emailAddress !== undefined) {
    sql.push('email_address = :emailAddress COLLATE NOCASE');
    values['emailAddress'] = query.emailAddress;
  }
  if (query.member !== undefined) {
    sql.push('realm = :memberRealm AND user_id = :memberId');
    Object.assign(values, { memberRealm: query.member.realm, memberId: query.member.userId });
  }
  if (account !== undefined) {
    sql.push('realm = :realm AND account_id = :accountId');
    Object.assign(values, { realm: account.realm, accountId: account.accountId });
  }
  return { sql, values };
}

/** As literals, so that SQLite can use the index of skipped ones. */
function statusCondition(statuses: readonly ShownStatus[]): string {
  const isApart = (status: ShownStatus): status is keyof typeof apart => status in apart;
  const plain = `status IN (${statuses.flatMap((status) => (isApart(status) ? [] : `'${status}'`)).join(', ')})`;
  if (!statuses.includes('failed')) {
    return `(${[plain, ...statuses.filter(isApart).map((status) => apart[status])].join(' OR ')})`;
  }
  const others = Object.entries(apart).filter(([status]) => !statuses.some((each) => each === status));
  return `(${[plain, ...others.map(([, condition]) => `NOT ${condition}`)].join(' AND ')})`;
}

/** Statuses stored as failed but shown differently. */
const apart = { skipped: isSkipped, stopped: isStopped } as const;

type OperationRow = Omit<Operation, 'notify' | 'error' | 'finding' | 'origin' | 'teamSettlement'> & {
  readonly teamSettlement: string | null;
  readonly notify: 0 | 1;
  readonly error: string | null;
  readonly finding: string | null;
  readonly origin: string | null;
};

const operationOf = (row: OperationRow): Operation => ({
  ...row,
  notify: row.notify === 1,
  error: row.error === null ? null : errorBody.parse(JSON.parse(row.error)),
  finding: row.finding === null ? null : finding.parse(JSON.parse(row.finding)),
  origin: originOf(row.origin),
  teamSettlement:
    row.teamSettlement === null ? null : operation.shape.teamSettlement.parse(JSON.parse(row.teamSettlement)),
});
