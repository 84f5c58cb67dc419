import { z } from 'zod';
import { isSignIn, operationNames } from '../operations';

const milliseconds = z.int().min(0).max(3_600_000);
const status = z.int().min(200).max(599);

/** `before`: the sandbox did nothing yet. `after`: it carried out the request, and only its answer is affected. */
const when = z.enum(['before', 'after']);

/** What can go wrong with one request. Everything in ms unless its name says otherwise. */
const fault = z.discriminatedUnion('kind', [
  /** No fault: lets one request of a queue pass. */
  z.strictObject({ kind: z.literal('none') }),
  /** The ordinary answer, late. With `before` the change itself is late, even if the caller has hung up. */
  z.strictObject({ kind: z.literal('delay'), ms: milliseconds, when }),
  /** 429; nothing is done. Without `retryAfterSeconds` it has no Retry-After; `html` = a proxy's page as its body. */
  z.strictObject({
    kind: z.literal('throttle'),
    retryAfterSeconds: z.int().min(0).max(3_600).optional(),
    html: z.boolean().optional(),
  }),
  /** Another status, with the body the document declares for it. */
  z.strictObject({ kind: z.literal('status'), status: status.min(400), when }),
  /** A page of HTML without a request ID, as sent by a proxy or a captive portal (status 200). */
  z.strictObject({ kind: z.literal('html'), status, when }),
  /** The connection is reset without a byte of an answer. */
  z.strictObject({ kind: z.literal('reset'), when }),
  /** It is done, but the answer ends halfway. */
  z.strictObject({ kind: z.literal('truncate') }),
  /** It is done, but the body takes this long to arrive. */
  z.strictObject({ kind: z.literal('slowBody'), ms: milliseconds }),
  /** Sign-in operations only: nothing is done, and this is the OAuth error. */
  z.strictObject({
    kind: z.literal('oauth'),
    error: z.enum([
      'access_denied',
      'invalid_client',
      'invalid_grant',
      'invalid_request',
      'invalid_scope',
      'invalid_token',
      'server_error',
      'temporarily_unavailable',
      'unauthorized_client',
    ]),
  }),
]);

export type Fault = z.infer<typeof fault>;

/**
 * Which requests get which faults.
 * - Without `operation`: every operation of the Ads API, but not of the sign-in. Without `accountId`: every account.
 * - Without `random` the faults are a queue: each matching request gets the next one, until none are left.
 * - With it each matching request gets one of them with the probability `rate` (0 to 1); the same seed
 * gives the same result for the same order of requests.
 */
export const faultRule = z
  .strictObject({
    operation: z.enum(operationNames).optional(),
    accountId: z.string().min(1).optional(),
    faults: z.tuple([fault], fault),
    random: z.strictObject({ rate: z.number().gt(0).max(1), seed: z.int().min(0) }).optional(),
  })
  .refine(
    ({ operation, faults }) =>
      (operation !== undefined && isSignIn(operation)) || faults.every(({ kind }) => kind !== 'oauth'),
    'A fault of the kind "oauth" needs an operation of the sign-in.',
  );

export type FaultRule = z.infer<typeof faultRule>;
