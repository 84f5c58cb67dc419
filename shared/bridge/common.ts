import { z } from 'zod';
import { agreement, difference } from '../domain/outbox/agreement';
import { whenNotSeen } from '../domain/outbox/run';

/** Parts that several areas of the channel map share. */
export const nothing = z.strictObject({});
export const connectionId = z.strictObject({ connectionId: z.string().min(1).max(64) });
export const page = {
  limit: z.number().int().min(1).max(500).default(50),
  offset: z.number().int().min(0).default(0),
};
/** Changes answer at once with the journal's ids; follow them with `outbox.operations`. */
export const operationIds = z.object({ operationIds: z.array(z.number()) });

/** Selected for each run; see `whenNotSeen`. */
export const policy = { whenNotSeen: whenNotSeen.default('ask') };

/** From the number on that Settings name, a change of many is done only with its number typed. */
export const typed = { typedNumber: z.string().max(40).optional() };

/** What the person saw before they agreed; see `agreement`. */
export const consent = { agreed: agreement, ...typed };

/** It is not what was agreed any more, so nothing was done. */
export const notAgreed = z.object({ agreed: z.literal(false), difference });
