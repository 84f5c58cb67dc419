import type { components } from '../../shared/amazonAds/schema';
import type { AdsClient } from './client';

type RedeemRequest = components['schemas']['RedeemUserInvitationRequestContent'];

/**
 * Redeems one invitation as whoever is signed in (PUT /user-invitations/redeem). Amazon answers with a status
 * alone (amazon-api §2).
 * @returns Amazon's request id
 * @throws AdsError whose `outcome` says what is certain
 */
export async function redeemInvitation(client: AdsClient, invitationId: string): Promise<string | undefined> {
  const request: RedeemRequest = { invitationId };
  const answer = await client.change({
    method: 'PUT',
    path: '/user-invitations/redeem',
    mediaType: 'application/vnd.RedeemUserInvitation.v1+json',
    // Nothing comes back when it went well, an error as plain JSON when not.
    accept: 'application/vnd.RedeemUserInvitation.v1+json, application/json',
    body: Buffer.from(JSON.stringify(request)),
    answersNothing: true,
    harmlessTwice: true,
  });
  return answer.requestId;
}
