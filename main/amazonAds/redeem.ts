import type { components } from '../../shared/amazonAds/schema';
import type { AdsClient } from './client/client';

type RedeemRequest = components['schemas']['RedeemUserInvitationRequestContent'];

/**
 * Redeems one invitation as the signed-in user (PUT /user-invitations/redeem). Amazon answers with only a status (amazon-api §2).
 * @returns Amazon's request ID
 * @throws AdsError whose `outcome` says what is certain
 */
export async function redeemInvitation(client: AdsClient, invitationId: string): Promise<string | undefined> {
  const request: RedeemRequest = { invitationId };
  const answer = await client.change({
    method: 'PUT',
    path: '/user-invitations/redeem',
    mediaType: 'application/vnd.RedeemUserInvitation.v1+json',
    // The answer is empty on success, and an error as plain JSON otherwise.
    accept: 'application/vnd.RedeemUserInvitation.v1+json, application/json',
    body: Buffer.from(JSON.stringify(request)),
    answersNothing: true,
    harmlessTwice: true,
  });
  return answer.requestId;
}
