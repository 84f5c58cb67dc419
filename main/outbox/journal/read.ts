import { isOpenSql } from '../../../shared/domain/outbox/openStatuses';
import type { Finding, OperationKind, OperationStatus } from '../../../shared/domain/outbox/operation';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { WhenNotSeen } from '../../../shared/domain/outbox/run';
import type { Database } from '../../storage/database';
import type { AccountKey, JournalOperation, RequestKey, AccountAccess } from './append';

/** An operation that has neither failed nor been done. */
export interface Unsettled {
  readonly kind: OperationKind;
  readonly status: OperationStatus;
  readonly emailAddress: string;
  readonly invitationId: string | null;
  readonly userId: string | null;
}

/** What is pending or in doubt in an account, by the invited mailbox, the changed invitation and the changed member. */
export function unsettledIn(
  db: Database,
  { realm, accountId }: AccountKey,
): {
  readonly byMailbox: Map<string, Unsettled>;
  readonly byInvitation: Map<string, Unsettled>;
  readonly byMember: Map<string, Unsettled>;
} {
  const rows = db
    .prepare(
      `SELECT kind, status, email_address AS emailAddress, invitation_id AS invitationId, user_id AS userId
       FROM operations
       WHERE realm = ? AND account_id = ? AND ${isOpenSql}`,
    )
    .all(realm, accountId) as unknown as Unsettled[];
  return {
    byMailbox: new Map(
      rows.filter(({ kind }) => kind === 'create').map((row) => [mailboxKey(row.emailAddress), row]),
    ),
    byInvitation: new Map(
      rows.flatMap((row) => (row.invitationId === null ? [] : [[row.invitationId, row] as const])),
    ),
    byMember: new Map(rows.flatMap((row) => (row.userId === null ? [] : [[row.userId, row] as const]))),
  };
}

/** An operation with its call, its run's policy and what is known about it. */
export interface OperationInContext {
  readonly request: RequestKey;
  readonly operation: JournalOperation;
  readonly whenNotSeen: WhenNotSeen;
  readonly finding: Finding | null;
  /** Whether another operation already retries it. */
  readonly replaced: boolean;
  /** When its request was last sent, ms since 1970. */
  readonly sentAt: number | null;
  readonly baselineId: number | null;
  /** The earliest time of Amazon's clock when its request was sent, ms since 1970; null if unknown. */
  readonly amazonsTime: number | null;
  /** Invitations that the answer to its request confirmed without saying whose they are. */
  readonly unclaimedIds: readonly string[];
}

/** The operations in doubt of one account and connection. */
export const doubtsOf = (
  db: Database,
  { connectionId, realm, accountId }: AccountAccess,
): OperationInContext[] =>
  inContext(
    db,
    `operations.status = 'inDoubt' AND operations.realm = ? AND operations.account_id = ?
     AND operations.connection_id = ?`,
    [realm, accountId, connectionId],
  );

/** The accounts with operations in doubt for which Amazon's list hasn't been read yet. */
export function accessesInDoubt(db: Database): AccountAccess[] {
  return db
    .prepare(
      `SELECT DISTINCT connection_id AS connectionId, realm, account_id AS accountId FROM operations
       WHERE status = 'inDoubt' AND (finding IS NULL OR finding ->> 'verdict' = 'unread')`,
    )
    .all() as AccountAccess[];
}

/** @returns the operations with these IDs that exist */
export const operationsById = (db: Database, operationIds: readonly number[]): OperationInContext[] =>
  inContext(db, 'operations.operation_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(operationIds),
  ]);

/** The invitations that waited for these revocations and were canceled with them. */
export const withdrawnAfter = (db: Database, operationIds: readonly number[]): OperationInContext[] =>
  inContext(
    db,
    `operations.status = 'failed' AND operations.after_operation IN (SELECT value FROM json_each(?))
     AND operations.operation_id NOT IN (SELECT replaces FROM operations WHERE replaces IS NOT NULL)`,
    [JSON.stringify(operationIds)],
  );

/** The failed revocations without which these invitations can't be created. */
export const failedBefore = (db: Database, operationIds: readonly number[]): OperationInContext[] =>
  inContext(
    db,
    `operations.status = 'failed' AND operations.operation_id IN (SELECT after_operation FROM operations
       WHERE operation_id IN (SELECT value FROM json_each(?)))
     AND operations.operation_id NOT IN (SELECT replaces FROM operations WHERE replaces IS NOT NULL)`,
    [JSON.stringify(operationIds)],
  );

/** IDs of invitations that certainly belong to an operation of ours. */
export function ownInvitations(db: Database, { realm, accountId }: AccountKey): Set<string> {
  const rows = db
    .prepare(
      `SELECT invitation_id AS id FROM operations
       WHERE realm = ? AND account_id = ? AND kind = 'create' AND invitation_id IS NOT NULL`,
    )
    .all(realm, accountId) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}

/** The creator that Amazon names for invitations from this connection to any account, as far as its answers said: usually one. */
export function ownMakers(db: Database, { realm, connectionId }: AccountAccess): Set<string> {
  const rows = db
    .prepare(
      `SELECT DISTINCT created_by AS maker FROM operations
         JOIN requests USING (request_id)
         JOIN invitations ON invitations.realm = operations.realm
           AND invitations.account_id = operations.account_id AND invitations.invitation_id = operations.invitation_id
       WHERE operations.realm = ? AND operations.connection_id = ? AND kind = 'create'
         AND operations.status = 'done' AND http_status IS NOT NULL AND created_by <> ''`,
    )
    .all(realm, connectionId) as { maker: string }[];
  return new Set(rows.map(({ maker }) => maker));
}

function inContext(db: Database, condition: string, values: (string | number)[]): OperationInContext[] {
  const rows = db
    .prepare(
      `SELECT ${operationColumns}, requests.request_id AS requestId, requests.run_id AS runId,
         requests.connection_id AS connectionId, requests.realm, requests.account_id AS accountId,
         accounts.name AS accountName, requests.sent_at AS sentAt, requests.baseline_id AS baselineId,
         requests.amazons_time AS amazonsTime, requests.unclaimed_ids AS unclaimedIds,
         runs.when_not_seen AS whenNotSeen, finding,
         EXISTS (SELECT 1 FROM operations AS later WHERE later.replaces = operations.operation_id) AS replaced
       FROM operations JOIN requests USING (request_id) JOIN runs ON runs.run_id = requests.run_id
         JOIN accounts ON accounts.realm = requests.realm AND accounts.account_id = requests.account_id
       WHERE ${condition} ORDER BY operation_id`,
    )
    .all(...values) as unknown as (OperationRow &
    RequestKey & {
      sentAt: number | null;
      baselineId: number | null;
      amazonsTime: number | null;
      unclaimedIds: string | null;
      whenNotSeen: WhenNotSeen;
      finding: string | null;
      replaced: 0 | 1;
    })[];
  return rows.map((row) => {
    const { requestId, runId, connectionId, realm, accountId, accountName } = row;
    return {
      request: { requestId, runId, connectionId, realm, accountId, accountName },
      operation: operationOf(row),
      whenNotSeen: row.whenNotSeen,
      finding: row.finding === null ? null : (JSON.parse(row.finding) as Finding),
      replaced: row.replaced === 1,
      sentAt: row.sentAt,
      baselineId: row.baselineId,
      amazonsTime: row.amazonsTime,
      unclaimedIds: row.unclaimedIds === null ? [] : (JSON.parse(row.unclaimedIds) as string[]),
    };
  });
}

const operationColumns = `operation_id AS operationId, operations.status, operations.kind,
  email_address AS emailAddress, user_name AS userName, role, invitation_id AS invitationId, user_id AS userId,
  role_before AS roleBefore, notify,
  after_operation AS afterOperation, attempt, solo_reason AS soloReason`;

type OperationRow = Omit<JournalOperation, 'notify'> & { readonly notify: 0 | 1 };

/** In the order of recording. @param condition SQL over the table `operations` */
export function operationsWhere(db: Database, condition: string, values: number[]): JournalOperation[] {
  const rows = db
    .prepare(`SELECT ${operationColumns} FROM operations WHERE ${condition} ORDER BY operation_id`)
    .all(...values) as unknown as OperationRow[];
  return rows.map(operationOf);
}

const operationOf = (row: OperationRow): JournalOperation => ({
  operationId: row.operationId,
  status: row.status,
  kind: row.kind,
  emailAddress: row.emailAddress,
  userName: row.userName,
  role: row.role,
  invitationId: row.invitationId,
  userId: row.userId,
  roleBefore: row.roleBefore,
  notify: row.notify === 1,
  afterOperation: row.afterOperation,
  attempt: row.attempt,
  soloReason: row.soloReason,
});
