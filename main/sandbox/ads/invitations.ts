import type { components } from '../../../shared/amazonAds/schema';
import { transaction } from '../../storage/transaction';
import { findInvitation, isPending, pendingInvitations, type InvitationRow } from '../state/invitations';
import { roleIn } from '../state/members';
import { hasAcceptedTerms } from '../state/terms';
import { adminAccount, changeableAccount } from './caller';
import { invite } from './invite';
import { ApiFault, type Operations } from './operation';
import { cutPage, pageToken, positionAfter } from './pageToken';
import { invitationTerms } from './redeem';
import { updateInvitation } from './updateInvitation';

type Schemas = components['schemas'];

/** Max number of invitations on a page, and the default if the call doesn't say (our choice). */
const maxPageSize = 50;

export const invitationOperations = {
  CreateUserInvitations: (call) => {
    const accountId = changeableAccount(call);
    const { userInvitationRequests, notifyInvitedUsers = false } = call.body;
    const outcomes = transaction(call.db, () =>
      userInvitationRequests.map((request) => invite(call, { accountId, request, notifyInvitedUsers })),
    );
    return {
      // Last first: Amazon promises no order, so nobody should rely on one.
      successes: outcomes
        .flatMap((outcome) => ('row' in outcome ? [shown(outcome.row, call.now)] : []))
        .reverse(),
      errors: outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.error] : [])),
    };
  },

  UpdateUserInvitations: (call) => {
    const accountId = changeableAccount(call);
    const { updates, notifyInvitedUsers = false } = call.body;
    const outcomes = transaction(call.db, () =>
      updates.map((update) => updateInvitation(call, { accountId, update, notifyInvitedUsers })),
    );
    const successes = outcomes.flatMap((outcome) => ('done' in outcome ? [outcome.done] : []));
    return {
      // The document allows no empty list here, so it is omitted if everything failed.
      ...(successes.length === 0 ? {} : { successes }),
      errors: outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.error] : [])),
    };
  },

  ListUserInvitations: (call) => {
    const accountId = adminAccount(call);
    const size = Math.floor(call.body?.maxResults ?? maxPageSize);
    const after = positionAfter(accountId, call.body?.nextToken);
    const found = pendingInvitations(call.db, { accountId, after, limit: size + 1, now: call.now });
    const { rows, lastPosition } = cutPage(found, size);
    return {
      invitations: rows.map((row) => shown(row, call.now)),
      ...(lastPosition === undefined ? {} : { nextToken: pageToken(accountId, lastPosition) }),
    };
  },

  GetUserInvitation: ({ db, caller, path, now }) => {
    const row = findInvitation(db, path['invitationId'] ?? '');
    const isTheirs = row?.email.toLowerCase() === caller.email.toLowerCase();
    if (row === undefined || !(isTheirs || roleIn(db, row.accountId, caller.userId) === 'admin')) {
      throw new ApiFault(404, 'There is no such invitation');
    }
    const hasAccepted = hasAcceptedTerms(db, row.email, invitationTerms);
    return { invitation: shown(row, now), termsTypes: hasAccepted ? [] : [invitationTerms] };
  },
} satisfies Partial<Operations>;

/** An invitation as the document has it. Times in Unix seconds with a fraction (amazon-api §2). */
function shown(row: InvitationRow, now: number): Schemas['UserInvitation'] {
  return {
    invitationId: row.invitationId,
    state: row.state === 'PENDING' && !isPending(row, now) ? 'EXPIRED' : row.state,
    user: { emailAddress: row.email, userName: row.userName },
    permissionSet: { type: 'ROLE', role: { name: row.role } },
    targetId: row.accountId,
    createdBy: row.createdBy,
    createdAt: row.createdAt / 1000,
    expiration: row.expiresAt / 1000,
  };
}
