import type { RefreshFailure, RefreshProgress } from '../../../shared/domain/account/refresh';
import { formatNumber } from '../../../shared/text/formats';
import { clockOf, counted } from '../../components/text/formatTime';

/** The progress of the refresh of all accounts, in a few words: "Refreshing 34 of 80"; null while there is none. */
export function progressText(progress: RefreshProgress): string | null {
  const { running, paused, stopped, total, done, failed, waits } = progress;
  if (!running) return null;
  if (total === 0) return 'Refreshing';
  const read = `${formatNumber(done + failed)} of ${formatNumber(total)}`;
  if (stopped) return `Stopping after ${read}`;
  if (paused) return `Paused after ${read}`;
  const [wait] = waits;
  if (wait?.reason !== 'throttled') return `Refreshing ${read}`;
  return `Refreshing ${read}; Amazon asked to wait${wait.until === null ? '' : ` until ${clockOf(wait.until)}`}`;
}

/** How many accounts couldn't be read. A failure of a connection as a whole isn't counted. */
export const unreadAccounts = (failures: readonly RefreshFailure[]): number =>
  failures.filter(({ account }) => account !== null).length;

/**
 * How much couldn't be read, to follow "couldn't read": "14 accounts". Connections are counted only if there is no account: their
 * account lists couldn't be read either.
 */
export function unreadText(failures: readonly RefreshFailure[]): string {
  const accounts = unreadAccounts(failures);
  return accounts > 0
    ? counted(accounts, 'account')
    : `the accounts of ${counted(new Set(failures.map(({ connectionId }) => connectionId)).size, 'connection')}`;
}
