import { isUsable, pictureAsOf, type Account } from '../../../shared/domain/account/account';

/**
 * The age of what is shown of invitations is the age of its oldest part (ms since 1970); null while nothing was read.
 * What nobody can read any more grows old for ever and is left out.
 */
export const oldestReading = (accounts: readonly Account[]): number | null =>
  oldest(accounts.filter(isUsable).map(({ invitationsAsOf }) => invitationsAsOf));

/** The same of the accounts themselves, for their list: who may only see an account sees that it is there. */
export const oldestPicture = (accounts: readonly Account[]): number | null =>
  oldest(accounts.filter(({ reachable }) => reachable).map(pictureAsOf));

/** How old the copy is that a screen shows: of one account, or, without one, of all. */
export const ageOfCopy = (account: Account | undefined, accounts: readonly Account[]): number | null =>
  account === undefined ? oldestReading(accounts) : pictureAsOf(account);

function oldest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
