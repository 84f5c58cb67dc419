import { z } from 'zod';
import { endpoints, region } from './region';

/** The default port of a new connection's return URL: `http://localhost:8710/callback`. */
export const defaultReturnPort = 8710;

/** The return URL that must be among the *Allowed Return URLs* of the security profile, character for character. */
export const returnUrl = (port: number): string => `http://localhost:${String(port)}/callback`;

const label = z.string().trim().min(1, 'Give the connection a name, for example your agency.').max(80);

/** Login with Amazon client ids: no spaces, at most 120 characters (amazon-api §3, header limits). */
const clientId = z
  .string()
  .trim()
  .min(1, 'Paste the client ID of your Login with Amazon security profile.')
  .max(120, 'A client ID has at most 120 characters.')
  .regex(/^\S+$/, 'A client ID has no spaces.')
  // It is sent in a header, and is shown in dialogs that must not be misread.
  .regex(/^[!-~]+$/, 'A client ID has only letters, digits and plain signs.');

const clientSecret = z
  .string()
  .trim()
  .min(1, 'Leave the client secret blank, or paste all of it.')
  .max(512, 'A client secret has at most 512 characters.')
  .regex(/^\S+$/, 'A client secret has no spaces.');

const returnPort = z
  .number()
  .int()
  .min(1024, 'Use a port from 1024 to 65535.')
  .max(65_535, 'Use a port from 1024 to 65535.');

/** What a person enters to connect Amazon Ads. `clientSecret` goes in and never comes back out. */
export const connectionInput = z.strictObject({
  label,
  region,
  clientId,
  clientSecret: clientSecret.optional(),
  returnPort: returnPort.optional(),
  endpoints: endpoints.optional(),
});
export type ConnectionInput = z.infer<typeof connectionInput>;

/** Changes to a connection; omitted fields stay. `clientSecret: null` deletes the stored one. */
export const connectionChange = z.strictObject({
  label: label.optional(),
  region: region.optional(),
  clientId: clientId.optional(),
  clientSecret: clientSecret.nullable().optional(),
  returnPort: returnPort.optional(),
});
export type ConnectionChange = z.infer<typeof connectionChange>;

/** The signed-in Amazon user, as far as Amazon says (amazon-api §4, customer profile). */
export const identity = z.object({
  userId: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
});
export type Identity = z.infer<typeof identity>;

/** An Amazon user by name and address, as far as they are known. */
export const identityName = ({ name, email, userId }: Identity): string =>
  name !== undefined && email !== undefined ? `${name} <${email}>` : (email ?? name ?? userId);

/**
 * - `signedOut`: never signed in, or signed out by the user.
 * - `signedIn`: calls can be made now.
 * - `signInAgain`: was signed in; Amazon needs the browser again. Nothing is lost in the meantime.
 */
const connectionStates = ['signedOut', 'signedIn', 'signInAgain'] as const;

export const connection = z.object({
  connectionId: z.string(),
  kind: z.enum(['amazon', 'sandbox']),
  label: z.string(),
  region,
  clientId: z.string(),
  hasClientSecret: z.boolean(),
  returnPort: z.number(),
  /** The exact text to register with Amazon as an allowed return URL. */
  returnUrl: z.string(),
  endpoints: endpoints.nullable(),
  /** Where its accounts live: `amazon`, `sandbox`, or the origin of custom endpoints. */
  realm: z.string(),
  state: z.enum(connectionStates),
  /** Null while unknown: before the first sign-in, or when Amazon refused the `profile` scope. */
  identity: identity.nullable(),
  /** Whether a person has confirmed being this Amazon user. Until then no changes are made in that user's name. */
  identityConfirmed: z.boolean(),
  /**
   * A sign-in waiting for the browser: a one-time address on this computer that leads to Amazon's page, and how long (ms since
   * 1970) the answer is awaited.
   */
  pendingSignIn: z
    .object({ authorizeUrl: z.string(), expiresAt: z.number(), browserOpened: z.boolean() })
    .nullable(),
});
export type Connection = z.infer<typeof connection>;

/**
 * Whether nobody has ever signed in: what was typed to connect, kept until somebody does or it is discarded.
 * @param hasAccounts whether accounts were read through it: then somebody did, though Amazon may not have named them
 */
export const isDraft = (
  { kind, state, identity }: Pick<Connection, 'kind' | 'state' | 'identity'>,
  hasAccounts: boolean,
): boolean => kind === 'amazon' && state === 'signedOut' && identity === null && !hasAccounts;
