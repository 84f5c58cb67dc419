import type { Account } from '../../shared/domain/account';

/** An account as the page knows it: an admin's, read at 500, named by Amazon at 900. */
export const anAccount = (more: Partial<Account>): Account => ({
  connectionId: 'c1',
  accountId: 'A',
  realm: 'sandbox',
  name: 'Name',
  marketplaceId: 'M',
  canInvite: true,
  refusesChanges: false,
  favourite: false,
  lastOpenedAt: null,
  asOf: 900,
  invitationsAsOf: 500,
  pendingInvitations: 0,
  reachable: true,
  trouble: null,
  troubleAt: null,
  ...more,
});
