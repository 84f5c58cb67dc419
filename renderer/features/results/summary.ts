import type { Operation, OperationKind, OperationStatus } from '../../../shared/domain/operation';
import { counted } from '../../components/formatTime';

/** How many operations stand where. */
export interface Summary {
  readonly done: number;
  readonly failed: number;
  readonly inDoubt: number;
  /** Queued or being sent. */
  readonly underWay: number;
}

const countOf = (operations: readonly Operation[], ...statuses: readonly OperationStatus[]): number =>
  operations.filter(({ status }) => statuses.includes(status)).length;

export const summaryOf = (operations: readonly Operation[]): Summary => ({
  done: countOf(operations, 'done'),
  failed: countOf(operations, 'failed'),
  inDoubt: countOf(operations, 'inDoubt'),
  underWay: countOf(operations, 'queued', 'sending'),
});

/** The summary in words: "2 done, 1 failed". Leaves out what is zero. */
export function summaryText({ done, failed, inDoubt, underWay }: Summary): string {
  const parts = [
    underWay > 0 ? `${String(underWay)} under way` : '',
    done > 0 ? `${String(done)} done` : '',
    failed > 0 ? `${String(failed)} failed` : '',
    inDoubt > 0 ? `${String(inDoubt)} in doubt` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const nouns: Record<OperationKind, string> = { create: 'invitation', revoke: 'revocation', resend: 'resend' };

/** What the operations are, for a heading: "3 invitations", or "5 changes" when they are of several kinds. */
export function subjectOf(operations: readonly Operation[]): string {
  const kinds = [...new Set(operations.map(({ kind }) => kind))];
  const [only] = kinds;
  return counted(operations.length, kinds.length === 1 && only !== undefined ? nouns[only] : 'change');
}
