import { z } from 'zod';
import { whenNotSeen } from '../domain/run';

/** Parts that several areas of the channel map share. */
export const nothing = z.strictObject({});
export const connectionId = z.strictObject({ connectionId: z.string().min(1).max(64) });
export const page = {
  limit: z.number().int().min(1).max(500).default(50),
  offset: z.number().int().min(0).default(0),
};
/** Changes answer at once with the journal's ids; follow them with `outbox.operations`. */
export const operationIds = z.object({ operationIds: z.array(z.number()) });

/** Chosen for each run; see `whenNotSeen`. */
export const policy = { whenNotSeen: whenNotSeen.default('ask') };
