import { median } from './statistics';

/** What a row measured, one value a run. */
export interface Measurement {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly values: readonly number[];
  /** The same of what it is compared with, measured in turn with `values`. */
  readonly baselines?: readonly number[];
  /** The most the median may be. Left out where there is no target. */
  readonly target?: Target;
}

/** A fixed figure, or so much more than the baseline's median, or so many times it. */
export type Target = { readonly atMost: number } | { readonly more: number } | { readonly times: number };

/** A line of the table and of results.json. Medians; null where a row has no baseline or no target. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: Measurement['unit'];
  readonly baseline: number | null;
  /** value / baseline */
  readonly ratio: number | null;
  /** The most `value` may be, in `unit`. */
  readonly target: number | null;
  readonly met: boolean | null;
  /** All that was measured, in order: shows how much the machine wavered. */
  readonly runs: { readonly values: readonly number[]; readonly baselines: readonly number[] };
}

/** Throws when there is nothing to take a median of, or a target that needs a baseline has none. */
export function toRow({ name, unit, values, baselines = [], target }: Measurement): Row {
  const value = median(values);
  const baseline = baselines.length === 0 ? null : median(baselines);
  const allowed = target === undefined ? null : maxAllowed(target, baseline);
  return {
    name,
    value: rounded(value),
    unit,
    baseline: baseline === null ? null : rounded(baseline),
    ratio: baseline === null ? null : Number((value / baseline).toFixed(2)),
    target: allowed === null ? null : rounded(allowed),
    met: allowed === null ? null : value <= allowed,
    runs: { values: values.map(rounded), baselines: baselines.map(rounded) },
  };
}

function maxAllowed(target: Target, baseline: number | null): number {
  if ('atMost' in target) return target.atMost;
  if (baseline === null) throw new Error('The target is relative to a baseline, and there is none.');
  return 'more' in target ? baseline + target.more : baseline * target.times;
}

const rounded = (value: number): number => Number(value.toFixed(1));
