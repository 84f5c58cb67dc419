import { addedUp, isMoving, sentOf, totalOf } from '../../../shared/domain/outbox/runCounts';
import type { Run } from '../../../shared/domain/outbox/run';

/** What the taskbar (on a Mac the Dock) shows on the app's button; null: nothing. */
export interface TaskbarProgress {
  /** From 0 to 1. */
  readonly fraction: number;
  readonly mode: 'normal' | 'error';
}

/** The progress of everything being sent now; `error` if some of it is in doubt. */
export function taskbarProgress(runs: readonly Run[]): TaskbarProgress | null {
  const moving = runs.filter(isMoving);
  if (moving.length === 0) return null;
  const counts = addedUp(moving.map((run) => run.counts));
  return { fraction: sentOf(counts) / totalOf(counts), mode: counts.inDoubt > 0 ? 'error' : 'normal' };
}
