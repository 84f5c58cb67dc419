import type { RefreshFailure, RefreshProgress } from '../../shared/domain/refresh';
import type { ErrorBody } from '../../shared/errors';
import { clockOf } from '../components/formatTime';

/** How the refresh of all accounts goes, in a few words: "Refreshing 34 of 80"; null while there is none. */
export function progressText(progress: RefreshProgress): string | null {
  const { running, paused, stopped, total, done, failed, waits } = progress;
  if (!running) return null;
  if (total === 0) return 'Refreshing';
  const read = `${(done + failed).toLocaleString()} of ${total.toLocaleString()}`;
  if (stopped) return `Stopping after ${read}`;
  if (paused) return `Paused after ${read}`;
  const [wait] = waits;
  if (wait?.reason !== 'throttled') return `Refreshing ${read}`;
  return `Refreshing ${read}; Amazon asks to wait${wait.until === null ? '' : ` until ${clockOf(wait.until)}`}`;
}

/** Failures with one and the same reason. */
export interface FailureGroup {
  /** Of the first of them: the request id is its alone. */
  readonly error: ErrorBody;
  readonly names: readonly string[];
}

/** Accounts by why they could not be read, the most frequent reason first. @param nameOf what to call each */
export function failureGroups(
  failures: readonly RefreshFailure[],
  nameOf: (failure: RefreshFailure) => string,
): readonly FailureGroup[] {
  const groups = new Map<string, { readonly error: ErrorBody; readonly names: Set<string> }>();
  for (const failure of failures) {
    const { error } = failure;
    // The sentence is the same for all that Amazon refuses; its own words are in the details.
    const key = JSON.stringify([error.message, error.details]);
    const group = groups.get(key) ?? { error, names: new Set() };
    group.names.add(nameOf(failure));
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ error, names }) => ({ error, names: [...names] }))
    .sort((one, other) => other.names.length - one.names.length);
}
