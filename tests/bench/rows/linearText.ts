import { readPastedText } from '../../../main/batches/tables/text/readPastedText';
import { readPasted } from '../../../renderer/features/batches/gridModel/commands/clipboardText';
import { parseRedeemText } from '../../../shared/domain/redeem/parseText';
import type { Measurement } from '../results/results';

const runs = 7;
const length = 1_000_000;

/** Texts that a search might scan again and again, and their readers. */
const readings: readonly (readonly [name: string, piece: string, read: (text: string) => unknown])[] = [
  ['spaces pasted into the grid', ' ', (text) => readPasted(text, 'emailAddress')],
  ['pairs of "\\ pasted into the grid', '"\\', (text) => readPasted(text, 'note')],
  ['pairs of "\\ read as a table', '"\\', readAsTable],
  ['pairs of ]( read as redeem links', '](', (text) => parseRedeemText(text)],
];

/** Whether reading a text takes linear time: two million pieces compared to one million. Quadratic would be 4 times. */
export function linearText(): Promise<Measurement[]> {
  return Promise.resolve(
    readings.map(([name, piece, read]): Measurement => {
      const values: number[] = [];
      const baselines: number[] = [];
      // The first round warms up and doesn't count.
      for (let run = 0; run <= runs; run += 1) {
        const baseline = timed(() => read(`${piece.repeat(length)}x`));
        const value = timed(() => read(`${piece.repeat(2 * length)}x`));
        if (run === 0) continue;
        baselines.push(baseline);
        values.push(value);
      }
      return {
        name: `2,000,000 ${name}, against 1,000,000`,
        unit: 'ms',
        values,
        baselines,
        target: { times: 2.5 },
      };
    }),
  );
}

/** A mark that is never closed is refused, which takes time too. */
function readAsTable(text: string): void {
  try {
    readPastedText(text, 'Pasted text', ';');
  } catch {
    // Refused.
  }
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
