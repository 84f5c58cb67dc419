import type { Random } from '../../main/sandbox/state/random';
import { sandboxClient } from '../../main/sandbox/endpoints';
import { leo } from '../../main/sandbox/state/samplePeople';
import type { RunningSandbox } from '../support/amazon/sandbox';
import type { PassingCall } from './amazon/gateway';

/** By whom Amazon says an invitation of the colleague was made. */
export const colleaguesName = leo.email;

/** From how many of our invitations on the product certainly knows by which name Amazon calls us. */
const knownFrom = 30;

interface Invitee {
  readonly user: { readonly emailAddress: string; readonly userName: string };
}

/**
 * A colleague who works beside the product and now and then invites one of the same people at the very moment at which
 * the product's call is on its way: right before it is carried out.
 * @returns is awaited before a call goes to the sandbox
 */
export function createColleague(
  random: Random,
  sandbox: Pick<RunningSandbox, 'query' | 'origin'>,
  accessToken: string,
): (call: PassingCall) => Promise<void> {
  const count = (sql: string, ...values: string[]): number =>
    Number(sandbox.query(`SELECT count(*) AS count FROM invitations WHERE ${sql}`, ...values)[0]?.['count']);

  return async ({ kind, method, accountId, body }) => {
    if (kind !== 'change' || method !== 'POST' || random.between(1, 4) > 1) return;
    const invitees = (JSON.parse(body) as { userInvitationRequests: Invitee[] }).userInvitationRequests;
    const one = random.pick(invitees as [Invitee, ...Invitee[]]);
    const { emailAddress, userName } = one.user;
    // Somebody who gets a new role is the product's already.
    if (count('account_id = ? AND email = ?', accountId, emailAddress) > 0) return;
    const isKnown = count(`user_name GLOB 'Person [0-9]*' AND created_by <> ?`, colleaguesName) >= knownFrom;
    const user = { emailAddress, userName: isKnown ? userName : `${userName} (by Leo)` };
    const mediaType = 'application/vnd.CreateUserInvitations.v1+json';
    await fetch(`${sandbox.origin}/user-invitations`, {
      method: 'POST',
      headers: {
        Accept: mediaType,
        'Content-Type': mediaType,
        Authorization: `Bearer ${accessToken}`,
        'Amazon-Advertising-API-ClientId': sandboxClient.clientId,
        'Amazon-Ads-AccountId': accountId,
      },
      body: JSON.stringify({ userInvitationRequests: [{ ...one, user }], notifyInvitedUsers: false }),
      // What came of it is looked up in the sandbox's own truth.
    }).catch(() => undefined);
  };
}
