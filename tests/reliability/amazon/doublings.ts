import type { RunningSandbox } from '../../support/amazon/sandbox';
import { colleaguesName } from '../colleague';
import type { PassingCall } from './gateway';
import { removalKey } from './removalKey';

/**
 * Finds calls that request what was already carried out, or is pending. The sandbox refuses a second invitation of a person,
 * which Amazon may not (amazon-api §2), so its truth alone would hide such a call.
 */
export interface Doublings {
  /** What was requested twice, in words. */
  readonly found: readonly string[];
  /** See startGateway. */
  readonly forwarding: (call: PassingCall) => () => void;
}

/** @param removedByColleague members whom a colleague removed: to remove one of them again is no doubling */
export function createDoublings(
  sandbox: Pick<RunningSandbox, 'query'>,
  removedByColleague: ReadonlySet<string>,
): Doublings {
  const found: string[] = [];
  const underWay = new Map<string, number>();
  const count = (key: string, by: 1 | -1): void => {
    underWay.set(key, (underWay.get(key) ?? 0) + by);
  };

  return {
    found,
    forwarding(call) {
      if (call.kind === 'read') return () => undefined;
      const wanted = wantedBy(call).filter(({ key }) => !removedByColleague.has(key));
      for (const { key, isDone } of wanted) {
        if ((underWay.get(key) ?? 0) > 0) found.push(`${key}, while it was under way`);
        else if (isDone !== null && sandbox.query(isDone.sql, ...isDone.values).length > 0) found.push(key);
        count(key, 1);
      }
      return () => {
        for (const { key } of wanted) count(key, -1);
      };
    },
  };
}

interface Wanted {
  readonly key: string;
  /** Finds a row if it was carried out; null if no row shows it. */
  readonly isDone: { readonly sql: string; readonly values: readonly string[] } | null;
}

function wantedBy(call: PassingCall): Wanted[] {
  if (call.path === '/userPermissions/delete') return removalsIn(call);
  if (call.path === '/userPermissions') return rolesIn(call);
  return call.method === 'POST' ? invitationsIn(call) : changesIn(call);
}

const removalsIn = ({ body, accountId }: PassingCall): Wanted[] =>
  (JSON.parse(body) as { users: { userId: string }[] }).users.map(({ userId }) => ({
    key: removalKey(userId, accountId),
    isDone: {
      sql: `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM members JOIN people USING (user_id)
        WHERE account_id = ? AND ads_user_id = ?)`,
      values: [accountId, userId],
    },
  }));

/** The same role a second time shows only while it is under way. */
const rolesIn = ({ body, accountId }: PassingCall): Wanted[] =>
  (JSON.parse(body) as { userPermissions: { userId: string }[] }).userPermissions.map(({ userId }) => ({
    key: `set the role of ${userId} in ${accountId}`,
    isDone: null,
  }));

function invitationsIn({ body, accountId }: PassingCall): Wanted[] {
  const { userInvitationRequests } = JSON.parse(body) as {
    userInvitationRequests: { user: { emailAddress: string } }[];
  };
  return userInvitationRequests.map(({ user: { emailAddress } }) => ({
    key: `invite ${emailAddress} to ${accountId}`,
    isDone: {
      sql: `SELECT 1 FROM invitations WHERE account_id = ? AND email = ? AND state = 'PENDING'
        AND created_by <> ?`,
      values: [accountId, emailAddress, colleaguesName],
    },
  }));
}

/** A second resending shows in the emails that were sent. */
function changesIn({ body }: PassingCall): Wanted[] {
  const { updates } = JSON.parse(body) as { updates: { invitationId: string; state: string }[] };
  return updates.map(({ invitationId, state }) => ({
    key: `set ${invitationId} to ${state}`,
    isDone:
      state === 'REVOKED'
        ? {
            sql: `SELECT 1 FROM invitations WHERE invitation_id = ? AND state <> 'PENDING'`,
            values: [invitationId],
          }
        : null,
  }));
}
