import { addedUp, countsText, isMoving, totalOf, underWayOf } from '../../../shared/domain/outbox/runCounts';
import { pluralize } from '../../../shared/text/pluralize';
import type { Run } from '../../../shared/domain/outbox/run';

/**
 * Checks the runs periodically and notices when the last active one has ended.
 * @returns a function for each check: a summary of everything that ended since sending was last idle ("120 changes: 117 invited,
 * 2 failed, 1 unconfirmed."), or null while something is still being sent or nothing has ended
 */
export function watchForEnd(): (runs: readonly Run[]) => string | null {
  let seen = new Set<number>();
  let newest: number | null = null;
  return (runs) => {
    const moving = runs.filter(isMoving);
    for (const { runId } of moving) seen.add(runId);
    // A short run begins and ends between two checks.
    const last = newest ?? Infinity;
    for (const { runId } of runs) if (runId > last) seen.add(runId);
    newest = runs.reduce((max, { runId }) => Math.max(max, runId), newest ?? 0);
    if (moving.length > 0 || seen.size === 0) return null;
    // A paused run hasn't ended; it is noticed again when it resumes.
    const ended = runs.filter(({ runId, counts }) => seen.has(runId) && underWayOf(counts) === 0);
    seen = new Set();
    if (ended.length === 0) return null;
    const counts = addedUp(ended.map((run) => run.counts));
    const [kind, ...others] = new Set(ended.map((run) => run.kind));
    return `${pluralize(totalOf(counts), 'change')}: ${countsText(counts, others.length === 0 ? kind : undefined)}.`;
  };
}
