import { createHash } from 'node:crypto';
import type { WantedInstances } from '../../../shared/domain/account/plannedInstances';
import type { OperationKind, OperationStatus } from '../../../shared/domain/outbox/operation';
import type { RunKind, WhenNotSeen } from '../../../shared/domain/outbox/run';
import { growFactsStamp } from '../../access/factsStamp';
import { writePlans } from './plans';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { newRecordId } from '../../storage/recordId';
import { inheritOrigins } from './origins';

/** An account, whichever connection is used. */
export interface AccountKey {
  readonly realm: string;
  readonly accountId: string;
}

/** An account and the connection used for it. */
export interface AccountAccess extends AccountKey {
  readonly connectionId: string;
}

/** The key of an account as reached through a connection, in this realm. */
export const accessKey = ({ connectionId, realm, accountId }: AccountAccess): string =>
  JSON.stringify([connectionId, realm, accountId]);

/** One change to one person's invitation or membership, before it is in the journal. */
export interface NewOperation {
  readonly kind: OperationKind;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  /** Null for a create, and for a member. */
  readonly invitationId: string | null;
  /** The member's; null or omitted for an invitation. */
  readonly userId?: string | null;
  /** In a member's change of role: the role until then; null or omitted if unknown. */
  readonly roleBefore?: string | null;
  readonly notify: boolean;
  /** In a change of role: the revocation that must be done before this may be sent. */
  readonly afterOperation?: number | null;
  /** The operation that this one retries, and the number of attempts including this one. */
  readonly replaces?: number;
  readonly attempt?: number;
  /** In an invitation: the instances to which the person is to be added once they accept. Kept here alone; Amazon isn't sent it. */
  readonly plan?: WantedInstances | null;
  /** The batch row it is for, and its place in the batch (from 1), if a batch is sent. */
  readonly rowId?: string;
  readonly rowNumber?: number;
}

/** Amazon's names of the calls that change something. */
export const changingOperations = [
  'CreateUserInvitations',
  'UpdateUserInvitations',
  'UpdateUserPermissions',
  'DeleteUserPermissions',
] as const;

/** Whether a call changes people who have access. */
export const isMemberChange = ({ operation }: Pick<NewRequest, 'operation'>): boolean =>
  operation === 'UpdateUserPermissions' || operation === 'DeleteUserPermissions';

/** One call to Amazon with its exact bytes, before it is in the journal. */
export interface NewRequest extends AccountAccess {
  readonly operation: (typeof changingOperations)[number];
  readonly body: Uint8Array;
  /** 1 to 50, all of one kind. */
  readonly operations: readonly NewOperation[];
  /** Whether a person typed the number of changes for this account, since they are much of its members; see `isLargeShare`. */
  readonly isShareConfirmed?: boolean;
  /** How much was known of colleagues' changes when it was agreed to, if that is longer ago than its recording. */
  readonly knownChanges?: number;
}

export interface JournalOperation extends NewOperation {
  readonly operationId: number;
  readonly status: OperationStatus;
  readonly userId: string | null;
  readonly roleBefore: string | null;
  readonly afterOperation: number | null;
  readonly attempt: number;
  /** Why a person let it be sent while the team’s store is away; null: nobody did. */
  readonly soloReason: string | null;
}

/** The identity of a call and its account. */
export interface RequestKey extends AccountAccess {
  readonly requestId: number;
  readonly runId: number;
  readonly accountName: string;
}

/** A call as recorded in the journal. */
export interface JournalRequest extends RequestKey, Omit<NewRequest, 'operations' | 'knownChanges'> {
  readonly sha256: string;
  readonly isShareConfirmed: boolean;
  readonly operations: readonly JournalOperation[];
}

/**
 * Begins a run. Call it inside a transaction.
 * @param at ms since 1970
 * @param startsAt ms since 1970: nothing of it is sent before; null where it starts at once
 * @returns its id
 */
export function appendRun(
  db: Database,
  kind: RunKind,
  whenNotSeen: WhenNotSeen,
  at: number,
  startsAt: number | null = null,
): number {
  return Number(
    db
      .prepare('INSERT INTO runs (kind, when_not_seen, created_at, starts_at) VALUES (?, ?, ?, ?)')
      .run(kind, whenNotSeen, at, startsAt).lastInsertRowid,
  );
}

/** An operation that others wait for may itself be retried by an earlier call. */
const newestOfWaitedFor = `coalesce(
  (SELECT operation_id FROM operations AS newer WHERE newer.replaces = value ->> 'afterOperation'),
  value ->> 'afterOperation')`;

/**
 * Records new calls of a run as `queued`. Call it inside a transaction.
 * @param at ms since 1970
 * @returns the IDs of the new operations, in the order given
 */
export function append(db: Database, runId: number, requests: readonly NewRequest[], at: number): number[] {
  const insertRequest = db.prepare(
    `INSERT INTO requests (run_id, connection_id, realm, account_id, operation, body, body_sha256, created_at, share_confirmed)
     VALUES (:runId, :connectionId, :realm, :accountId, :operation, :body, :sha256, :at, :shareConfirmed)`,
  );
  // One statement per call: one per person would take twice as long, and block everything else.
  const insertOperations = db.prepare(
    `INSERT INTO operations (run_id, request_id, kind, status, connection_id, realm, account_id, email_address,
       user_name, role, invitation_id, user_id, role_before, notify, after_operation, replaces, attempt, created_at, record_id,
       known_changes)
     SELECT :runId, :requestId, value ->> 'kind', 'queued', :connectionId, :realm, :accountId,
       value ->> 'emailAddress', value ->> 'userName', value ->> 'role', value ->> 'invitationId',
       value ->> 'userId', value ->> 'roleBefore', value ->> 'notify', ${newestOfWaitedFor}, value ->> 'replaces',
       coalesce(value ->> 'attempt', 1), :at, value ->> 'recordId',
       :knownChanges
     FROM json_each(:operations) ORDER BY key`,
  );
  const follow = db.prepare('UPDATE operations SET after_operation = ? WHERE after_operation = ?');
  return requests.flatMap(({ operations, body, operation, connectionId, realm, accountId, ...request }) => {
    const header = { connectionId, realm, accountId, runId, at };
    growFactsStamp(db, { realm, accountId });
    const sha256 = sha256Of(body);
    const shareConfirmed = Number(request.isShareConfirmed ?? false);
    const knownChanges = request.knownChanges ?? knownChangesNow(db);
    const requestId = Number(
      insertRequest.run({ ...header, operation, body, sha256, shareConfirmed }).lastInsertRowid,
    );
    const inserted = insertOperations.run({
      ...header,
      requestId,
      knownChanges,
      operations: JSON.stringify(withRecordIds(operations, at)),
    });
    // IDs of one statement are consecutive: nothing is ever deleted, and nothing else writes in the meantime.
    const firstId = Number(inserted.lastInsertRowid) - operations.length + 1;
    if (operations.some(mayInherit)) inheritOrigins(db, requestId);
    writePlans(db, { connectionId, realm, accountId }, operations, at);
    return operations.map(({ replaces }, index) => {
      const operationId = firstId + index;
      // What waited for the retried operation, or was canceled and may be retried, follows the new one.
      if (replaces !== undefined) follow.run(operationId, replaces);
      return operationId;
    });
  });
}

/** How many changes that were made in shared accounts, by anybody, are known here; the number only grows. */
export function knownChangesNow(db: Database): number {
  const { known } = prepared(db, 'SELECT coalesce(max(number), 0) AS known FROM team_changes').get() as {
    readonly known: number;
  };
  return known;
}

const withRecordIds = (operations: readonly NewOperation[], at: number): readonly object[] =>
  operations.map((operation) => ({ ...operation, recordId: newRecordId(at) }));

/** What sends a batch's row comes from there; a first invitation outside of one comes from no batch. */
const mayInherit = ({ rowId, replaces, invitationId, afterOperation = null }: NewOperation): boolean =>
  rowId === undefined && (replaces !== undefined || invitationId !== null || afterOperation !== null);

export const sha256Of = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');
