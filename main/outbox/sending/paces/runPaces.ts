import type { RunPace } from '../../../../shared/domain/outbox/run';

/** Over how much of the past a pace is measured, and from how much on it says something, in ms. */
const measuredMs = 60_000;
const minMeasuredMs = 3_000;

interface Sample {
  readonly at: number;
  /** How many changes had been answered by then. */
  readonly answered: number;
}

/** How fast runs go, by how far they were when somebody asked. */
export interface RunPaces {
  /**
   * @param progress how many of its changes were answered, and how many are not yet
   * @returns null while too little is known, and where nothing was answered lately
   */
  of(runId: number, progress: { readonly answered: number; readonly left: number }): RunPace | null;
  /** Forgets all runs but these. */
  keep(runIds: readonly number[]): void;
}

/** @param monotonic ms, by a clock that never jumps */
export function createRunPaces(monotonic: () => number): RunPaces {
  const samples = new Map<number, Sample[]>();
  return {
    of(runId, { answered, left }) {
      const at = monotonic();
      const known = (samples.get(runId) ?? []).filter((sample) => at - sample.at <= measuredMs);
      samples.set(runId, [...known, { at, answered }]);
      const [first] = known;
      if (first === undefined || at - first.at < minMeasuredMs || answered <= first.answered) return null;
      const perMs = (answered - first.answered) / (at - first.at);
      return { perMinute: Math.max(1, Math.round(perMs * 60_000)), leftMs: Math.round(left / perMs) };
    },
    keep(runIds) {
      for (const runId of samples.keys()) if (!runIds.includes(runId)) samples.delete(runId);
    },
  };
}
