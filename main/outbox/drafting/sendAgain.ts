import { chunksOf } from '../../../shared/domain/outbox/chunk';
import { maxPerCall } from '../../../shared/domain/invitation/invitation';
import type { Database } from '../../storage/database';
import { append, type NewOperation, type NewRequest } from '../journal/append';
import { bodyOf } from './bodyOf';
import type { OperationInContext } from '../journal/read';

/**
 * Records operations again, in the runs they belong to: new calls with new bytes. The database refuses a second operation that
 * replaces the same one. Call it inside a transaction.
 * @param at ms since 1970
 * @returns the IDs of the new operations
 */
export const sendAgain = (db: Database, originals: readonly OperationInContext[], at: number): number[] =>
  [...retryCalls(originals)].flatMap((call) => append(db, call.runId, [call], at));

/** A call that retries operations, in the run that they belong to. */
export interface RetryCall extends NewRequest {
  readonly runId: number;
}

/** The calls that retry operations: at most 50 per call; one run, one account and one kind per call. */
export function* retryCalls(originals: readonly OperationInContext[]): Generator<RetryCall, void, void> {
  for (const group of groupsOf(originals).values()) {
    for (const chunk of chunksOf(group, maxPerCall)) {
      const [first] = chunk;
      if (first !== undefined) yield requestFor(first, chunk);
    }
  }
}

/** What fits into one call: one run, one connection and account, one kind, with or without emails. */
function groupsOf(originals: readonly OperationInContext[]): Map<string, OperationInContext[]> {
  const groups = new Map<string, OperationInContext[]>();
  for (const original of originals) {
    const { request, operation } = original;
    const key = JSON.stringify([
      request.runId,
      request.connectionId,
      request.realm,
      request.accountId,
      operation.kind,
      operation.notify,
      operation.afterOperation,
      // Amazon takes one role a call.
      operation.kind === 'setRole' ? operation.role : null,
    ]);
    const group = groups.get(key) ?? [];
    group.push(original);
    groups.set(key, group);
  }
  return groups;
}

function requestFor(
  { request: { runId, connectionId, realm, accountId }, operation: { kind } }: OperationInContext,
  chunk: readonly OperationInContext[],
): RetryCall {
  const operations = chunk.map(({ operation }): NewOperation => ({
    kind: operation.kind,
    emailAddress: operation.emailAddress,
    userName: operation.userName,
    role: operation.role,
    invitationId: kind === 'create' ? null : operation.invitationId,
    userId: operation.userId,
    roleBefore: operation.roleBefore,
    notify: operation.notify,
    afterOperation: operation.afterOperation,
    replaces: operation.operationId,
    attempt: operation.attempt + 1,
  }));
  return { runId, connectionId, realm, accountId, operations, ...bodyOf(operations) };
}
