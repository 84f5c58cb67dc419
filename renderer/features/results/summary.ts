import {
  shownStatus,
  type Operation,
  type OperationKind,
  type ShownStatus,
} from '../../../shared/domain/outbox/operation';
import type { Counts } from '../../../shared/domain/outbox/run';
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

const nouns: Record<OperationKind, string> = { create: 'invitation', revoke: 'revocation', resend: 'resend' };

/** A heading for the operations: "3 invitations", or "5 changes" if there are several kinds. */
export function subjectOf(operations: readonly Operation[]): string {
  const kinds = [...new Set(operations.map(({ kind }) => kind))];
  const [only] = kinds;
  return counted(operations.length, kinds.length === 1 && only !== undefined ? nouns[only] : 'change');
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
