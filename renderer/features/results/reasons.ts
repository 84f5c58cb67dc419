import type { Operation } from '../../../shared/domain/operation';

export interface Reason {
  readonly message: string;
  readonly count: number;
}

/** Why operations failed, the most frequent reason first. */
export function reasonsOf(failed: readonly Operation[]): readonly Reason[] {
  const counts = new Map<string, number>();
  for (const { error } of failed) {
    const message = error?.message ?? 'No reason was kept.';
    counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return [...counts]
    .map(([message, count]) => ({ message, count }))
    .sort((one, other) => other.count - one.count);
}
