/** The middle value; for an even count, the mean of the two in the middle. Throws if there is none. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const upper = at(sorted, Math.floor(sorted.length / 2));
  return sorted.length % 2 === 1 ? upper : (at(sorted, sorted.length / 2 - 1) + upper) / 2;
}

/**
 * The nearest-rank percentile: the smallest value that `percent` of all values do not exceed. Always one that was
 * measured. Throws when there is none.
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = ascending(values);
  return at(sorted, Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1));
}

const ascending = (values: readonly number[]): readonly number[] =>
  [...values].sort((one, other) => one - other);

function at(sorted: readonly number[], index: number): number {
  const value = sorted[index];
  if (value === undefined) throw new Error('There are no values.');
  return value;
}
