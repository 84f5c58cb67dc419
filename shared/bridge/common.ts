import { z } from 'zod';
import { agreement, confirmations, difference } from '../domain/outbox/agreement';
import { whenNotSeen } from '../domain/outbox/run';

/** Parts shared by several areas of the channel map. */
export const nothing = z.strictObject({});
export const connectionId = z.strictObject({ connectionId: z.string().min(1).max(64) });
export const page = {
  limit: z.number().int().min(1).max(500).default(50),
  offset: z.number().int().min(0).default(0),
};
/** Changes answer immediately with the journal's IDs; follow them with `outbox.operations`. */
export const operationIds = z.object({ operationIds: z.array(z.number()) });

/** Selected for each run; see `whenNotSeen`. */
export const policy = { whenNotSeen: whenNotSeen.default('ask') };

/**
 * For changes that name every person and account themselves: one of at least the number of invitations set in Settings requires
 * that number typed, and an account with instances for sponsored ads only has to be confirmed once.
 */
export const typed = {
  typedNumber: confirmations.typedNumber,
  confirmedSponsoredAds: confirmations.confirmedSponsoredAds,
};

/** What the person saw before agreeing; see `agreement`. */
export const consent = { agreed: agreement, ...confirmations };

/** It no longer matches what was agreed, so nothing was done. */
export const notAgreed = z.object({ agreed: z.literal(false), difference });
