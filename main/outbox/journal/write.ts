import { isOpenSql } from '../../../shared/domain/outbox/openStatuses';
import type { Finding, OperationStatus, ReadBack } from '../../../shared/domain/outbox/operation';
import { CodedError, type ErrorBody } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import { sha256Of, type JournalOperation, type JournalRequest } from './append';
import { stepped, type StepEvent } from './transitions';
import { journalErrorText } from './journalErrorText';

/** How one operation ended, or that it is in doubt. */
export type Settlement = { readonly operation: JournalOperation } & (
  | {
      readonly status: 'done';
      /** Null if a person knows that an invitation was created but not which. */
      readonly invitationId: string | null;
      /** How it is known, if not from Amazon's answer; for the activity record. */
      readonly note?: string;
    }
  | { readonly status: 'failed' | 'inDoubt'; readonly error: ErrorBody }
);

/** The answer to a call. Undefined if none came. */
export interface Answer {
  readonly httpStatus: number | undefined;
  readonly amazonRequestId: string | undefined;
  /** Invitations that it confirmed without saying whose they are. */
  readonly unclaimedIds?: readonly string[];
}

/**
 * Marks a queued call as `sending`. Call it inside a transaction, and send only after the commit: from then on the request may
 * have been sent.
 * @param before what is known about the time before it: the reading of the account's pending list, and the earliest time
 * of Amazon's clock (ms since 1970); no reading for members, who are judged by what is stored
 */
export function markSending(
  db: Database,
  requestId: number,
  {
    baselineId,
    amazonsTime,
  }: { readonly baselineId: number | null; readonly amazonsTime: number | undefined },
  at: number,
): void {
  stepAll(db, requestId, 'queued', 'send');
  db.prepare('UPDATE requests SET sent_at = ?, baseline_id = ?, amazons_time = ? WHERE request_id = ?').run(
    at,
    baselineId,
    amazonsTime ?? null,
    requestId,
  );
}

/** A call that Amazon certainly didn't accept is queued again, byte for byte the same. Call it inside a transaction. */
export function putBack(db: Database, requestId: number): void {
  stepAll(db, requestId, 'sending', 'putBack');
  db.prepare(
    'UPDATE requests SET sent_at = NULL, baseline_id = NULL, amazons_time = NULL WHERE request_id = ?',
  ).run(requestId);
}

/** Records that a call has ended, and with what answer. Call it inside a transaction. @param at ms since 1970 */
export function endRequest(db: Database, requestId: number, answer: Answer, at: number): void {
  const { httpStatus = null, amazonRequestId = null, unclaimedIds = [] } = answer;
  const unclaimed = unclaimedIds.length === 0 ? null : JSON.stringify(unclaimedIds);
  db.prepare(
    `UPDATE requests SET ended_at = ?, answered_at = ?, http_status = ?, amazon_request_id = ?, unclaimed_ids = ?
     WHERE request_id = ?`,
  ).run(at, httpStatus === null ? null : at, httpStatus, amazonRequestId, unclaimed, requestId);
}

/**
 * Moves queued operations of one call into another one with new bytes. Call it inside a transaction.
 * @param at ms since 1970
 */
export function moveToNewRequest(
  db: Database,
  request: JournalRequest,
  operations: readonly JournalOperation[],
  body: Uint8Array,
  at: number,
): void {
  const { runId, connectionId, realm, accountId, operation, isShareConfirmed } = request;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO requests (run_id, connection_id, realm, account_id, operation, body, body_sha256, created_at,
         share_confirmed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      runId,
      connectionId,
      realm,
      accountId,
      operation,
      body,
      sha256Of(body),
      at,
      Number(isShareConfirmed),
    );
  const ids = operations.map(({ operationId }) => operationId);
  const { changes } = db
    .prepare(
      `UPDATE operations SET request_id = ? WHERE request_id = ? AND status = 'queued'
         AND operation_id IN (SELECT value FROM json_each(?))`,
    )
    .run(lastInsertRowid, request.requestId, JSON.stringify(ids));
  if (changes !== ids.length) throw settledMeanwhile();
}

/** Records how operations ended. Call it inside a transaction. An operation in doubt isn't settled. */
export function writeSettlements(db: Database, settlements: readonly Settlement[], at: number): void {
  const rows = settlements.map((settlement) => {
    const { operation, status } = settlement;
    return {
      operationId: operation.operationId,
      from: operation.status,
      to: legalStep(operation.status, eventOf(settlement)),
      error: status === 'done' ? null : JSON.stringify(settlement.error),
      invitationId: status === 'done' ? settlement.invitationId : null,
      settledAt: status === 'inDoubt' ? null : at,
    };
  });
  const { changes } = db
    .prepare(
      `UPDATE operations SET status = value ->> 'to', error = value ->> 'error',
         invitation_id = coalesce(value ->> 'invitationId', invitation_id), settled_at = value ->> 'settledAt'
       FROM json_each(?) WHERE operation_id = value ->> 'operationId' AND status = value ->> 'from'`,
    )
    .run(JSON.stringify(rows));
  if (changes !== rows.length) throw settledMeanwhile();
}

/** Records what Amazon's list showed about an operation in doubt. */
export function writeFinding(db: Database, operationId: number, finding: Finding | null): void {
  db.prepare(`UPDATE operations SET finding = ? WHERE operation_id = ? AND status = 'inDoubt'`).run(
    finding === null ? null : JSON.stringify(finding),
    operationId,
  );
}

/** What a list shows about a change of role; acceptance is looked up. */
export type ListedReadBack = Exclude<ReadBack, 'accepted'>;

export function writeReadBack(db: Database, operationId: number, readBack: ListedReadBack): void {
  db.prepare('UPDATE operations SET read_back = ? WHERE operation_id = ?').run(readBack, operationId);
}

/** From now on nothing of these runs, or of all open ones, is sent automatically. */
export function setStopped(db: Database, runIds: readonly number[] | undefined): void {
  db.prepare(
    `UPDATE runs SET stopped = 1, paused = 0, starts_at = NULL
     WHERE run_id IN (SELECT run_id FROM operations WHERE ${isOpenSql})
       AND (:runIds IS NULL OR run_id IN (SELECT value FROM json_each(:runIds)))`,
  ).run({ runIds: runIds === undefined ? null : JSON.stringify(runIds) });
}

/** A person retries part of these runs: they are open like new ones. */
export function reopenRuns(db: Database, runIds: readonly number[]): void {
  db.prepare('UPDATE runs SET stopped = 0, paused = 0 WHERE run_id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(runIds),
  );
}

export function isStopped(db: Database, runId: number): boolean {
  const row = db.prepare('SELECT stopped FROM runs WHERE run_id = ?').get(runId) as { stopped: 0 | 1 };
  return row.stopped === 1;
}

/**
 * Holds back what waits in these runs, and what will be sent again of them, or lets it go. Without `runIds`: all that are
 * open. Either way a run no longer waits for its start.
 */
export function setPaused(db: Database, runIds: readonly number[] | undefined, paused: boolean): void {
  db.prepare(
    `UPDATE runs SET paused = :paused, starts_at = NULL
     WHERE run_id IN (SELECT run_id FROM operations WHERE ${isOpenSql})
       AND (:runIds IS NULL OR run_id IN (SELECT value FROM json_each(:runIds)))`,
  ).run({ paused: paused ? 1 : 0, runIds: runIds === undefined ? null : JSON.stringify(runIds) });
}

const eventOf = ({ operation, status }: Settlement): StepEvent => {
  if (status === 'done') return 'confirm';
  if (status === 'inDoubt') return 'lose';
  return operation.status === 'queued' ? 'withdraw' : 'refuse';
};

function stepAll(db: Database, requestId: number, from: OperationStatus, event: StepEvent): void {
  db.prepare('UPDATE operations SET status = ? WHERE request_id = ? AND status = ?').run(
    legalStep(from, event),
    requestId,
    from,
  );
}

function legalStep(from: OperationStatus, event: StepEvent): OperationStatus {
  const to = stepped(from, event);
  if (to === null) throw new Error(`An operation that is ${from} cannot take the step ${event}.`);
  return to;
}

const settledMeanwhile = (): CodedError =>
  new CodedError({
    code: 'INVALID_INPUT',
    message: journalErrorText.settledMeanwhile,
  });
