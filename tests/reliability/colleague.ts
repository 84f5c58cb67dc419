import type { Random } from '../../main/sandbox/state/random';
import { sandboxClient } from '../../main/sandbox/endpoints';
import { leo } from '../../main/sandbox/state/samplePeople';
import { removalKey } from './amazon/removalKey';
import type { PassingCall } from './amazon/gateway';
import type { Site } from './amazon/site';

/** The name by which Amazon attributes invitations to the colleague. */
export const colleaguesName = leo.email;

/** From how many of our invitations on the product certainly knows the name Amazon uses for us. */
const knownFrom = 30;

interface Invitee {
  readonly user: { readonly emailAddress: string; readonly userName: string };
}

/**
 * A colleague who works beside the product and sometimes invites one of the same people, or changes one of the same members in the
 * same way, while the product's call is pending: right before it is carried out.
 * @param removed gets the members whom the colleague removed
 * @returns a function awaited before a call goes to the sandbox
 */
export function createColleague(
  random: Random,
  { sandbox, colleaguesToken }: Pick<Site, 'sandbox' | 'colleaguesToken'>,
  removed: Set<string>,
): (call: PassingCall) => Promise<void> {
  const count = (sql: string, ...values: string[]): number =>
    Number(sandbox.query(`SELECT count(*) AS count FROM invitations WHERE ${sql}`, ...values)[0]?.['count']);

  return async (call) => {
    const { kind, method, path, accountId, body } = call;
    if (kind !== 'change' || random.between(1, 4) > 1) return;
    if (path.startsWith('/userPermissions')) return changeOneMember(call);
    if (method !== 'POST') return;
    const invitees = (JSON.parse(body) as { userInvitationRequests: Invitee[] }).userInvitationRequests;
    const one = random.pick(invitees as [Invitee, ...Invitee[]]);
    const { emailAddress, userName } = one.user;
    // A person who gets a new role already belongs to the product.
    if (count('account_id = ? AND email = ?', accountId, emailAddress) > 0) return;
    const isKnown = count(`user_name GLOB 'Person [0-9]*' AND created_by <> ?`, colleaguesName) >= knownFrom;
    const user = { emailAddress, userName: isKnown ? userName : `${userName} (by Leo)` };
    const mediaType = 'application/vnd.CreateUserInvitations.v1+json';
    // The result is looked up in the sandbox's own truth.
    await request(
      { method, path, accountId, mediaType },
      { userInvitationRequests: [{ ...one, user }], notifyInvitedUsers: false },
    );
  };

  /** The same change of one of the call's members. */
  async function changeOneMember({ method, path, accountId, body }: PassingCall): Promise<void> {
    const { users, userPermissions } = JSON.parse(body) as MembersBody;
    const mediaType = (name: string): string =>
      `application/vnd.MinosAuthorizationNativeServicePublicAPI.${name}UserPermissionsResource.v1+json`;
    if (userPermissions !== undefined) {
      const one = random.pick(userPermissions);
      await request({ method, path, accountId, mediaType: mediaType('Update') }, { userPermissions: [one] });
    }
    if (users === undefined) return;
    const one = random.pick(users);
    const answer = await request(
      { method, path, accountId, mediaType: mediaType('Delete') },
      { users: [one] },
    );
    if (answer.includes('"successes":[{')) removed.add(removalKey(one.userId, accountId));
  }

  /** @returns the text of the answer; empty without one */
  async function request({ method, path, accountId, mediaType }: Request, content: object): Promise<string> {
    const asking = fetch(`${sandbox.origin}${path}`, {
      method,
      headers: {
        Accept: mediaType,
        'Content-Type': mediaType,
        Authorization: `Bearer ${colleaguesToken}`,
        'Amazon-Advertising-API-ClientId': sandboxClient.clientId,
        'Amazon-Ads-AccountId': accountId,
      },
      body: JSON.stringify(content),
    });
    return asking.then((answer) => answer.text()).catch(() => '');
  }
}

interface Request extends Pick<PassingCall, 'method' | 'path' | 'accountId'> {
  readonly mediaType: string;
}

interface MembersBody {
  readonly users?: [{ readonly userId: string }, ...{ readonly userId: string }[]];
  readonly userPermissions?: [object, ...object[]];
}
