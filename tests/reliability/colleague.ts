import type { Random } from '../../main/sandbox/state/random';
import { sandboxClient } from '../../main/sandbox/endpoints';
import { leo } from '../../main/sandbox/state/samplePeople';
import type { RunningSandbox } from '../support/amazon/sandbox';
import type { PassingCall } from './amazon/gateway';

/** The name by which Amazon attributes invitations to the colleague. */
export const colleaguesName = leo.email;

/** From how many of our invitations on the product certainly knows the name Amazon uses for us. */
const knownFrom = 30;

interface Invitee {
  readonly user: { readonly emailAddress: string; readonly userName: string };
}

/**
 * A colleague who works beside the product and sometimes invites one of the same people while the product's call is pending:
 * right before it is carried out.
 * @returns a function awaited before a call goes to the sandbox
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
    // A person who gets a new role already belongs to the product.
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
      // The result is looked up in the sandbox's own truth.
    }).catch(() => undefined);
  };
}
