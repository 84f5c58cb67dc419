import type { Evidence, InvitationState } from './invitation';

/** How each state is shown. */
export const stateNames: Record<InvitationState, string> = {
  pending: 'Pending',
  accepted: 'Accepted',
  revoked: 'Revoked',
  lapsed: 'Expired',
  gone: 'No longer listed',
};

/** How an expired pending one is shown (`isOverdue`). */
export const overdueName = 'Expired (unconfirmed)';

/** How a state is known, as a short phrase. */
export const evidenceNames: Record<Evidence, string> = {
  listed: 'Amazon lists it',
  ours: 'Amazon confirmed our change',
  amazon: 'Amazon said so',
  user: 'The person is a user of the account',
  maskedUser: 'Probably: a user with a matching masked address',
  expiry: 'No longer listed, and past its expiration date',
  absence: 'No longer listed, reason unknown',
};
