import {
  shownStatus,
  type Operation,
  type OperationKind,
  type ShownStatus,
} from '../../../shared/domain/outbox/operation';
import { role, type Role } from '../../../shared/domain/invitation/role';
import type { MemberRef } from '../../../shared/domain/member/member';
import type { Counts } from '../../../shared/domain/outbox/run';
import { countsParts } from '../../../shared/domain/outbox/runCounts';
import { counted } from '../../components/text/formatTime';

/** How many operations have each status. */
export function countsOf(operations: readonly Operation[]): Counts {
  const count = (status: ShownStatus): number =>
    operations.filter((operation) => shownStatus(operation) === status).length;
  return {
    queued: count('queued'),
    sending: count('sending'),
    done: count('done'),
    failed: count('failed'),
    inDoubt: count('inDoubt'),
    skipped: count('skipped'),
    stopped: count('stopped'),
  };
}

/** What the operations are, where they are all of one kind. */
function kindOf(operations: readonly Operation[]): OperationKind | undefined {
  const [first] = operations;
  return operations.every(({ kind }) => kind === first?.kind) ? first?.kind : undefined;
}

/** What the operations are, where their outcome alone does not say it: "2 changes: "; empty where they are of one kind. */
export const subjectOf = (operations: readonly Operation[]): string =>
  kindOf(operations) === undefined && operations.length > 0
    ? `${counted(operations.length, 'change')}: `
    : '';

/** How many operations are in each state, as separate texts: "3 invited", "1 failed". */
export const outcomesOf = (
  operations: readonly Operation[],
): readonly { readonly status: string; readonly text: string }[] =>
  countsParts(countsOf(operations), kindOf(operations));

/** In one line: "3 invited, 1 failed", or "2 changes: 2 done". */
export const headlineOf = (operations: readonly Operation[]): string =>
  `${subjectOf(operations)}${outcomesOf(operations)
    .map(({ text }) => text)
    .join(', ')}`;

/** An operation whose invitation can be opened with a link. */
export type WithLink = Operation & { readonly invitationId: string };

/** Those that made an invitation, or made it valid for longer. */
export const withLink = (operations: readonly Operation[]): readonly WithLink[] =>
  operations.filter(
    (operation): operation is WithLink =>
      operation.status === 'done' && operation.kind !== 'revoke' && operation.invitationId !== null,
  );

/** The role that members had before it was changed, if it was the same known one for all; null otherwise, or if none was changed. */
export function roleBeforeOf(
  operations: readonly Operation[],
): { readonly members: readonly MemberRef[]; readonly role: Role } | null {
  const changed = operations.filter(({ kind, status }) => kind === 'setRole' && status === 'done');
  const before = new Set(changed.map(({ roleBefore }) => roleBefore));
  const known = role.safeParse([...before][0]);
  if (before.size !== 1 || !known.success) return null;
  const members = changed.flatMap(({ connectionId, accountId, userId }) =>
    userId === null ? [] : [{ connectionId, accountId, userId }],
  );
  return { members, role: known.data };
}

/**
 * What can be done about a change that did not go well: `retry` it, `open` the invitation that is there already, or
 * `resolve` it under Operations. Null where nothing can be done here: it went well, is under way, or has to be corrected.
 */
export function remedyOf(operation: Operation): 'retry' | 'open' | 'resolve' | null {
  const status = shownStatus(operation);
  if (status === 'skipped') return 'open';
  if (status === 'inDoubt') return operation.finding === null ? null : 'resolve';
  if (status === 'stopped') return 'retry';
  return status === 'failed' && operation.error?.retryable === true ? 'retry' : null;
}

/** What needs a person first, so that it is on the first page; then the order in which people wrote them. */
export const inOrder = (operations: readonly Operation[]): readonly Operation[] =>
  [...operations].sort(
    (one, other) =>
      urgencies[shownStatus(one)] - urgencies[shownStatus(other)] || one.operationId - other.operationId,
  );

const urgencies: Record<ShownStatus, number> = {
  failed: 0,
  inDoubt: 1,
  skipped: 2,
  stopped: 2,
  sending: 3,
  queued: 3,
  done: 3,
};
