import { median } from './statistics';

/** A row's measurements, one value per run. */
export interface Measurement {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly values: readonly number[];
  /** The same for its baseline, measured alternately with `values`. */
  readonly baselines?: readonly number[];
  /** Max value of the median. Omitted if there is no target. */
  readonly target?: Target;
}

/** A fixed value, or this much more than the baseline's median, or this many times it. */
export type Target = { readonly atMost: number } | { readonly more: number } | { readonly times: number };

/** A line of the table and of results.json. Medians; null if a row has no baseline or no target. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: Measurement['unit'];
  readonly baseline: number | null;
  /** value / baseline */
  readonly ratio: number | null;
  /** Max for `value`, in `unit`. */
  readonly target: number | null;
  readonly met: boolean | null;
  /** All measurements in order, to show how much the machine varied. */
  readonly runs: { readonly values: readonly number[]; readonly baselines: readonly number[] };
}

/** Throws if there are no values, or if a target needs a missing baseline. */
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
