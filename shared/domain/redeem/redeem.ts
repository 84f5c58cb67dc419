import { z } from 'zod';
import { errorBody } from '../../errors';
import { accountRef } from '../account/account';
import { region } from '../connection/region';
import { connectionInput, identity } from '../connection/connection';

/** How long a link waits for a person, in ms: over sign-ins and restarts. */
export const linkLifeMs = 24 * 3_600_000;

/** The most links that wait at a time. */
export const maxLinksWaiting = 50;

/** What prefills the form of a new connection on somebody else's computer: never a secret, never endpoints. */
export const connectionSetup = connectionInput
  .pick({ label: true, region: true, clientId: true, returnPort: true })
  // It comes from somebody else: no character that reverses, hides or imitates others.
  .refine(({ label }) => !/\p{C}/u.test(label));
export type ConnectionSetup = z.infer<typeof connectionSetup>;

/** What a piece of text turned out to be. */
export const foundLink = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invitation'), invitationId: z.string(), region: region.nullable() }),
  z.object({ kind: z.literal('setup'), setup: connectionSetup }),
  /** Amazon's terms page: its id is no invitation's. */
  z.object({ kind: z.literal('terms'), text: z.string() }),
  /** `reason`: one sentence for people, with the remedy. */
  z.object({ kind: z.literal('unknown'), text: z.string(), reason: z.string() }),
]);
export type FoundLink = z.infer<typeof foundLink>;

/**
 * How redeeming ended:
 * - `redeemed`: Amazon confirmed it.
 * - `already`: it had been redeemed before by the same person; nothing was done now.
 */
export const redeemOutcome = z.enum(['redeemed', 'already']);
export type RedeemOutcome = z.infer<typeof redeemOutcome>;

/** What Amazon tells of an invitation to whoever is signed in. Times are ms since 1970; null where it does not say. */
export const redeemPreview = z.object({
  accountId: z.string(),
  /** Known only where this computer has seen the account. */
  accountName: z.string().nullable(),
  emailAddress: z.string().nullable(),
  userName: z.string().nullable(),
  /** As Amazon names it; see `roleName`. */
  role: z.string().nullable(),
  /** Amazon's own word (amazon-api §2: a free string). */
  state: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
  /** Which terms Amazon wants accepted first and we have not seen accepted; unknown kinds as they come. */
  missingTerms: z.array(z.string()),
  /** The signed-in person's address differs from the invited one; null where either is unknown or masked. */
  otherAddress: z.boolean().nullable(),
  /** When Amazon told this. */
  asOf: z.number(),
});
export type RedeemPreview = z.infer<typeof redeemPreview>;

/** One invitation that waits to be redeemed. */
export const waitingLink = z.object({
  invitationId: z.string(),
  /** As the link says; null: it does not. */
  region: region.nullable(),
  /** `opened`: came from outside the app; `pasted`: by the person. */
  from: z.enum(['opened', 'pasted']),
  arrivedAt: z.number(),
  /** When it is forgotten if nobody acts. */
  waitsUntil: z.number(),
  /** The connection it will be redeemed through; null: there is none that fits. */
  connectionId: z.string().nullable(),
  /** Who will redeem it, null while unknown. */
  identity: identity.nullable(),
  /** What Amazon said last, through that connection. */
  preview: redeemPreview.nullable(),
  /** Why Amazon could not be asked, or did not tell; null when it did, and before it was asked. */
  previewError: errorBody.nullable(),
  /** True while Amazon redeems it. */
  redeeming: z.boolean(),
  outcome: redeemOutcome.nullable(),
  /** Why the latest redeeming failed. */
  redeemError: errorBody.nullable(),
});
export type WaitingLink = z.infer<typeof waitingLink>;

/** An account that came into reach by redeeming. */
export const newAccount = z.object({
  account: accountRef,
  /** Its id where it has no name. */
  name: z.string(),
});
export type NewAccount = z.infer<typeof newAccount>;

/**
 * A terms page that was opened in the browser, and what is known of it:
 * - `waiting`: it is watched until the person has accepted.
 * - `accepted`: Amazon says so. - `ended`: the watching ended without; `error` tells why.
 */
export const termsWatch = z.object({
  connectionId: z.string(),
  termsType: z.string(),
  status: z.enum(['waiting', 'accepted', 'ended']),
  /** Amazon's page. */
  url: z.string(),
  browserOpened: z.boolean(),
  /** Until when it is watched, ms since 1970. */
  until: z.number(),
  error: errorBody.nullable(),
});
export type TermsWatch = z.infer<typeof termsWatch>;
