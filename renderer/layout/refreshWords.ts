import type { RefreshFailure, RefreshProgress } from '../../shared/domain/refresh';
import { clockOf, counted } from '../components/formatTime';

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
  readonly message: string;
  readonly names: readonly string[];
}

/** Accounts by why they could not be read, the most frequent reason first. @param nameOf what to call each */
export function failureGroups(
  failures: readonly RefreshFailure[],
  nameOf: (failure: RefreshFailure) => string,
): readonly FailureGroup[] {
  const groups = new Map<string, string[]>();
  for (const failure of failures) {
    const names = groups.get(failure.error.message) ?? [];
    names.push(nameOf(failure));
    groups.set(failure.error.message, names);
  }
  return [...groups]
    .map(([message, names]) => ({ message, names: [...new Set(names)] }))
    .sort((one, other) => other.names.length - one.names.length);
}

/** As many names as there is room for, and how many more there are. */
export function someNames(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${counted(more, 'other')}` : names.join(', ');
}
