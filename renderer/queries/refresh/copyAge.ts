import { isUsable, pictureAsOf, type Account } from '../../../shared/domain/account/account';

/**
 * The age of the shown invitations is the age of their oldest part (ms since 1970); null if nothing was read. Accounts that
 * nobody can read anymore would age forever and are excluded.
 */
export const oldestReading = (accounts: readonly Account[]): number | null =>
  oldest(accounts.filter(isUsable).map(({ invitationsAsOf }) => invitationsAsOf));

/** The same for the accounts themselves, for their list: a user who may only see an account sees that it exists. */
export const oldestPicture = (accounts: readonly Account[]): number | null =>
  oldest(accounts.filter(({ reachable }) => reachable).map(pictureAsOf));

/** The age of the data a screen shows: of one account or, without one, of all. */
export const ageOfCopy = (account: Account | undefined, accounts: readonly Account[]): number | null =>
  account === undefined ? oldestReading(accounts) : pictureAsOf(account);

function oldest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
