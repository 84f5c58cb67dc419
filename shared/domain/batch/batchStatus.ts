import { formatNumber } from '../../text/formats';
import { underWayOf } from '../outbox/runCounts';
import { rowStateNames, sentRowsIn, type RowState, type RowStateCounts } from './rowState';

/** The status of a batch. `level`: how much attention it needs. */
export interface BatchStatus {
  /** "Draft", "Ready to send", "Sending, 36 queued", "36 queued: goes out when you’re back online", "Sent, 16 failed, 2 unconfirmed". */
  readonly text: string;
  readonly level: 'open' | 'moving' | 'done' | 'stopped' | 'warning' | 'error';
}

/** What follows "Sent": everything a person may have to act on. */
const exceptions: readonly RowState[] = ['failed', 'inDoubt', 'stopped', 'ready', 'draft'];

/**
 * A batch's status, by the states of its rows.
 * @param waitsFor why nothing that is queued goes out right now, in a few words; null if nothing holds it up
 */
export function batchStatusOf(counts: RowStateCounts, waitsFor: string | null = null): BatchStatus {
  if (sentRowsIn(counts) === 0) {
    const isReady = counts.draft === 0 && counts.ready > 0;
    return { text: isReady ? 'Ready to send' : rowStateNames.draft, level: 'open' };
  }
  const isMoving = underWayOf(counts) > 0;
  if (waitsFor !== null && counts.queued > 0) {
    const problems = partsOf(counts, ['failed', 'inDoubt', 'stopped']);
    return { text: [`${part('queued', counts.queued)}: ${waitsFor}`, ...problems].join(', '), level: 'open' };
  }
  const parts = partsOf(counts, isMoving ? ['queued', 'failed', 'inDoubt', 'stopped'] : exceptions);
  return { text: [isMoving ? 'Sending' : headOf(counts), ...parts].join(', '), level: levelOf(counts) };
}

function headOf({
  invited,
  overdue,
  accepted,
  revoked,
  lapsed,
  gone,
  skipped,
  inDoubt,
}: RowStateCounts): string {
  const others = invited + overdue + accepted + lapsed + gone + inDoubt;
  if (others > 0 || skipped > 0) return 'Sent';
  return revoked > 0 ? 'Revoked' : 'Not sent';
}

function levelOf(counts: RowStateCounts): BatchStatus['level'] {
  if (underWayOf(counts) > 0) return 'moving';
  if (counts.failed > 0) return 'error';
  if (counts.inDoubt > 0) return 'warning';
  return headOf(counts) === 'Sent' ? 'done' : 'stopped';
}

const partsOf = (counts: RowStateCounts, states: readonly RowState[]): string[] =>
  states.flatMap((state) => (counts[state] === 0 ? [] : part(state, counts[state])));

/** "16 failed", "1 draft". */
const part = (state: RowState, count: number): string =>
  `${formatNumber(count)} ${state === 'draft' && count !== 1 ? 'drafts' : rowStateNames[state].toLowerCase()}`;
