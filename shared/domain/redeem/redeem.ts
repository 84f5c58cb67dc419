import { z } from 'zod';
import { errorBody } from '../../errorBody';
import { accountRef } from '../account/account';
import { region } from '../connection/region';
import { connectionInput, identity } from '../connection/connection';

/** How long a link waits for a person, in ms, across sign-ins and restarts. */
export const linkLifeMs = 24 * 3_600_000;

/** Max number of waiting links. */
export const maxLinksWaiting = 50;

/** What prefills the form of a new connection on another person's computer: never a secret, never endpoints. */
export const connectionSetup = connectionInput
  .pick({ label: true, region: true, clientId: true, returnPort: true })
  // It comes from someone else: no characters that reverse, hide or imitate others.
  .refine(({ label }) => !/\p{C}/u.test(label));
export type ConnectionSetup = z.infer<typeof connectionSetup>;

/** What a piece of text turned out to be. */
export const foundLink = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), invitationId: z.string(), region: region.nullable() }),
  z.object({ kind: z.literal('setup'), setup: connectionSetup }),
  /** Amazon's terms page: its ID isn't an invitation ID. */
  z.object({ kind: z.literal('terms'), text: z.string() }),
  /** `reason`: one sentence for people, with what to do. */
  z.object({ kind: z.literal('unknown'), text: z.string(), reason: z.string() }),
]);
export type FoundLink = z.infer<typeof foundLink>;

/**
 * How redeeming ended:
 * - `redeemed`: Amazon confirmed it.
 * - `already`: the same person had redeemed it before; nothing was done.
 */
export const redeemOutcome = z.enum(['redeemed', 'already']);
export type RedeemOutcome = z.infer<typeof redeemOutcome>;

/** What Amazon says about an invitation to the signed-in user. Times are ms since 1970; null if it doesn't say. */
export const redeemPreview = z.object({
  accountId: z.string(),
  /** Known only if this computer has seen the account. */
  accountName: z.string().nullable(),
  emailAddress: z.string().nullable(),
  userName: z.string().nullable(),
  /** As Amazon names it; see `roleName`. */
  role: z.string().nullable(),
  /** Amazon's own value (amazon-api §2: a free string). */
  state: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
  /** Terms that Amazon requires and that we haven't seen accepted; unknown kinds unchanged. */
  missingTerms: z.array(z.string()),
  /** The signed-in person's address differs from the invited one; null if either is unknown or masked. */
  otherAddress: z.boolean().nullable(),
  /** When Amazon answered. */
  asOf: z.number(),
});
export type RedeemPreview = z.infer<typeof redeemPreview>;

/** One invitation waiting to be redeemed. */
export const waitingLink = z.object({
  invitationId: z.string(),
  /** The region in the link; null if it has none. */
  region: region.nullable(),
  /** `opened`: came from outside the app; `pasted`: by the person. */
  from: z.enum(['opened', 'pasted']),
  arrivedAt: z.number(),
  /** When it is discarded if nobody acts. */
  waitsUntil: z.number(),
  /** The connection it will be redeemed through; null if none fits. */
  connectionId: z.string().nullable(),
  /** Who will redeem it, null while unknown. */
  identity: identity.nullable(),
  /** Amazon's latest answer through that connection. */
  preview: redeemPreview.nullable(),
  /** Why Amazon couldn't be asked, or didn't answer; null if it did, and before it was asked. */
  previewError: errorBody.nullable(),
  redeeming: z.boolean(),
  outcome: redeemOutcome.nullable(),
  /** Why the latest attempt to redeem failed. */
  redeemError: errorBody.nullable(),
});
export type WaitingLink = z.infer<typeof waitingLink>;

/** An account that became reachable by redeeming. */
export const newAccount = z.object({
  account: accountRef,
  /** Its ID if it has no name. */
  name: z.string(),
});
export type NewAccount = z.infer<typeof newAccount>;

/**
 * A terms page that was opened in the browser, and what is known of it:
 * - `waiting`: being watched until the person has accepted.
 * - `accepted`: Amazon says so. - `ended`: watching ended without acceptance; `error` says why.
 */
export const termsWatch = z.object({
  connectionId: z.string(),
  termsType: z.string(),
  status: z.enum(['waiting', 'accepted', 'ended']),
  /** Amazon's page. */
  url: z.string(),
  browserOpened: z.boolean(),
  /** How long it is watched, ms since 1970. */
  until: z.number(),
  error: errorBody.nullable(),
});
export type TermsWatch = z.infer<typeof termsWatch>;
