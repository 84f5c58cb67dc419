import { pictureAsOf, type Account } from '../../../shared/domain/account/account';
import { AdsError } from '../../amazonAds/adsError';
import { notTaken } from '../../amazonAds/notTaken';

/** How many accounts in a row may get no answer before the way to Amazon counts as closed. */
const maxMisses = 4;

/** Whether Amazon could not be asked, for whatever reason that all accounts of a connection share. */
export function isUnreachable(thrown: unknown): boolean {
  return notTaken(thrown, 'read')?.reason === 'unreachable';
}

/**
 * Whether the connection's other accounts need not be asked for after this: somebody must sign in, there is no way to
 * Amazon, or one account after the other got no answer.
 * @param misses how many accounts in a row were unreachable, this one included
 */
export function endsPart(thrown: unknown, misses: number): boolean {
  const reason = notTaken(thrown, 'read')?.reason;
  if (reason === 'signIn') return true;
  if (reason !== 'unreachable') return false;
  return misses >= maxMisses || (thrown instanceof AdsError && thrown.outcome === 'notSent');
}

/** Whether an account's picture was taken before that time (ms since 1970), or never. */
export const isStale = (
  account: Pick<Account, 'canInvite' | 'asOf' | 'invitationsAsOf'>,
  before: number,
): boolean => (pictureAsOf(account) ?? 0) < before;
