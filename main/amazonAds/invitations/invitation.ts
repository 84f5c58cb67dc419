import { z } from 'zod';
import { AdsError } from '../adsError';
import { invitation, list, text, trimmedId, type AdsInvitation } from '../answers';
import type { AdsClient } from '../client/client';
import { parsed } from '../client/pages';

/** One invitation, requested individually. */
export interface ReadInvitation {
  readonly invitation: AdsInvitation;
  /** The account it belongs to (`targetId` of Amazon's document). */
  readonly accountId: string | undefined;
  /** As Amazon writes it: a free string without a published list (amazon-api §2). */
  readonly state: string | undefined;
  /** Which terms have to be accepted before it can be redeemed; unknown kinds unchanged. */
  readonly termsTypes: readonly string[];
  /** The whole answer. */
  readonly raw: unknown;
}

/**
 * Reads one invitation (GET /user-invitations/{id}); its document requires no account and no permission.
 * @returns null if Amazon doesn't say (403, 404): whether that means that it is gone isn't documented
 * (amazon-api §8)
 * @throws AdsError
 */
export async function readInvitation(
  client: AdsClient,
  invitationId: string,
): Promise<ReadInvitation | null> {
  try {
    const answer = await client.read({
      method: 'GET',
      path: `/user-invitations/${encodeURIComponent(invitationId)}`,
      mediaType: 'application/vnd.GetUserInvitation.v1+json',
    });
    const read = parsed(schema, answer);
    return {
      invitation: read.invitation.listed,
      accountId: read.invitation.accountId,
      state: read.invitation.state,
      termsTypes: (read.termsTypes ?? []).filter((each) => typeof each === 'string'),
      raw: answer.body,
    };
  } catch (thrown) {
    if (thrown instanceof AdsError && (thrown.httpStatus === 403 || thrown.httpStatus === 404)) return null;
    throw thrown;
  }
}

const targetId = trimmedId.optional().catch(undefined);

const schema = z.looseObject({
  invitation: z.looseObject({ state: text, targetId }).transform((entry) => ({
    listed: invitation.parse(entry),
    accountId: entry.targetId,
    state: entry.state,
  })),
  termsTypes: list.optional(),
});
