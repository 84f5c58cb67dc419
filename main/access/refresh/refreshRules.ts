import { pictureAsOf, type Account } from '../../../shared/domain/account/account';
import { AdsError } from '../../amazonAds/adsError';
import { notTaken } from '../../amazonAds/notTaken';

/** How many accounts in a row may get no answer before Amazon counts as unreachable. */
const maxMisses = 4;

/** Whether Amazon couldn't be reached for a reason that applies to all accounts of a connection. */
export function isUnreachable(thrown: unknown): boolean {
  return notTaken(thrown, 'read')?.reason === 'unreachable';
}

/**
 * Whether to skip the connection's other accounts after this: someone has to sign in, Amazon can't be reached, or several
 * accounts in a row got no answer.
 * @param misses how many accounts in a row were unreachable, including this one
 */
export function endsPart(thrown: unknown, misses: number): boolean {
  const reason = notTaken(thrown, 'read')?.reason;
  if (reason === 'signIn') return true;
  if (reason !== 'unreachable') return false;
  return misses >= maxMisses || (thrown instanceof AdsError && thrown.outcome === 'notSent');
}

/** Whether an account's data was read before that time (ms since 1970), or never. */
export const isStale = (
  account: Pick<Account, 'canInvite' | 'asOf' | 'invitationsAsOf'>,
  before: number,
): boolean => (pictureAsOf(account) ?? 0) < before;
