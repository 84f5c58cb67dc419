import { z } from 'zod';
import { errorBody } from '../errors';

export const operationKinds = ['create', 'revoke', 'resend'] as const;
export type OperationKind = (typeof operationKinds)[number];

/**
 * - `queued`: written down, not sent.
 * - `sending`: the request may have left.
 * - `done`: Amazon confirmed it.
 * - `failed`: Amazon refused it, or it certainly never reached Amazon.
 * - `inDoubt`: the request left; the answer never came or cannot be read. A person, or Amazon's list, decides.
 */
export const operationStatuses = ['queued', 'sending', 'done', 'failed', 'inDoubt'] as const;
export type OperationStatus = (typeof operationStatuses)[number];

/** One change asked of Amazon, as the journal has it. Times are ms since 1970. */
export const operation = z.object({
  operationId: z.number(),
  kind: z.enum(operationKinds),
  status: z.enum(operationStatuses),
  connectionId: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  emailAddress: z.string(),
  userName: z.string(),
  role: z.string(),
  /** For a create: known once Amazon confirmed it. */
  invitationId: z.string().nullable(),
  notify: z.boolean(),
  /** Amazon's request id of the call that carried it, where one came. */
  requestId: z.string().nullable(),
  /** Why it failed or is in doubt. `details` holds Amazon's own code and words. */
  error: errorBody.nullable(),
  createdAt: z.number(),
  settledAt: z.number().nullable(),
});
export type Operation = z.infer<typeof operation>;
