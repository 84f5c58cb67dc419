import type { Operation } from '../../../../shared/domain/outbox/operation';
import { resultsText } from '../resultsText';

export interface Reason {
  readonly message: string;
  /** Amazon's own text, if it refused. */
  readonly details: string | undefined;
  readonly count: number;
}

/** Why operations failed, most frequent reason first. */
export function reasonsOf(failed: readonly Operation[]): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { error } of failed) {
    const { message = resultsText.noReason, details } = error ?? {};
    const key = JSON.stringify([message, details]);
    reasons.set(key, { message, details, count: (reasons.get(key)?.count ?? 0) + 1 });
  }
  return [...reasons.values()].sort((one, other) => other.count - one.count);
}
