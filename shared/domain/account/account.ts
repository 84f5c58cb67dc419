import { z } from 'zod';
import { errorBody } from '../../errorBody';
import { groupRef } from './labels';

/** An account through a connection. No service has a "current account": every call names one of these. */
export const accountRef = z.strictObject({
  connectionId: z.string().min(1).max(64),
  accountId: z.string().min(1).max(120),
});
export type AccountRef = z.infer<typeof accountRef>;

/** One AMC account as seen through one connection. Times are ms since 1970. */
export const account = z.object({
  connectionId: z.string(),
  accountId: z.string(),
  realm: z.string(),
  name: z.string(),
  marketplaceId: z.string(),
  /** Whether invitations can be listed and created through this connection; null until Amazon was asked. */
  canInvite: z.boolean().nullable(),
  /** Whether Amazon rejects changes to its users, judging by our own changes. It can still be read. */
  refusesChanges: z.boolean(),
  /**
   * Whether all its instances, as last listed to an admin, are for sponsored ads only: what a change of its users does is unknown.
   */
  sponsoredAdsOnly: z.boolean(),
  /** Whether a person agreed to change users there nevertheless. */
  sponsoredAdsAgreed: z.boolean(),
  favourite: z.boolean(),
  lastOpenedAt: z.number().nullable(),
  /** When Amazon last listed this account for this connection. */
  asOf: z.number(),
  /** When this account's invitations were last read in full, through any connection; null = never. */
  invitationsAsOf: z.number().nullable(),
  pendingInvitations: z.number(),
  /** False when the latest complete answer to this connection no longer listed the account. */
  reachable: z.boolean(),
  /** Why the latest reading of its invitations through this connection failed, and when; null if it didn't. */
  trouble: errorBody.nullable(),
  troubleAt: z.number().nullable(),
  /** The client's group, the tags by name, and the note that people gave the account; the same through any connection. */
  group: groupRef.nullable(),
  tags: z.array(z.string()),
  note: z.string(),
});
export type Account = z.infer<typeof account>;

/** Whether this connection can reach an account's invitations, as far as is known: only admins may list and create them. */
export const isUsable = ({ reachable, canInvite }: Pick<Account, 'reachable' | 'canInvite'>): boolean =>
  reachable && canInvite !== false;

/**
 * When the data of an account was read (ms since 1970): its invitations, or for non-admins, its entry in the account list. Null =
 * never.
 */
export const pictureAsOf = ({
  canInvite,
  asOf,
  invitationsAsOf,
}: Pick<Account, 'canInvite' | 'asOf' | 'invitationsAsOf'>): number | null =>
  canInvite === false ? asOf : invitationsAsOf;

/** Countries of the marketplaces that Amazon's own documents name; others are shown by ID. */
const marketplaceCountries: Record<string, string> = {
  ATVPDKIKX0DER: 'United States',
  A2EUQ1WTGCTBG2: 'Canada',
  A1AM78C64UM0Y8: 'Mexico',
  A2Q3Y263D00KWC: 'Brazil',
  A1F83G8C2ARO7P: 'United Kingdom',
  A1PA6795UKMFR9: 'Germany',
  A13V1IB3VIYZZH: 'France',
  APJ6JRA9NG5V4: 'Italy',
  A1RKKUPIHCS9HS: 'Spain',
  A1805IZSGTT6HS: 'Netherlands',
  A2NODRKZP88ZB9: 'Sweden',
  A1C3SOZRARQ6R3: 'Poland',
  AMEN7PMS3EDWL: 'Belgium',
  A33AVAJ2PDY3EV: 'Türkiye',
  A2VIGQ35RCS4UG: 'United Arab Emirates',
  A17E79C6D8DWNP: 'Saudi Arabia',
  ARBP9OOSHTCHU: 'Egypt',
  A21TJRUUN4KGV: 'India',
  A1VC38T7YXB528: 'Japan',
  A39IBJ37TRP1C6: 'Australia',
  A19VAU5U5O7RUS: 'Singapore',
};

/** The country of a marketplace, or its ID if we don't know it. */
export const marketplaceName = (marketplaceId: string): string =>
  marketplaceCountries[marketplaceId] ?? marketplaceId;
