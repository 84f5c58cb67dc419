import { z } from 'zod';

/**
 * How a member came by the access: in the account itself, through a manager account, both, or unknown, where Amazon lists
 * people without saying.
 */
const memberScopes = ['direct', 'inherited', 'both', 'unknown'] as const;
export const memberScope = z.enum(memberScopes);
export type MemberScope = z.infer<typeof memberScope>;

/** Somebody with access to an account, as Amazon lists them. Times are ms since 1970. */
export const member = z.object({
  realm: z.string(),
  accountId: z.string(),
  /** Amazon's ID of the person; whether it is the same in all accounts isn't documented (amazon-api §8). */
  userId: z.string(),
  /** As Amazon lists it, masked as a rule; empty where it lists none. */
  maskedEmail: z.string(),
  /** Of one who left: as it was. */
  scope: memberScope,
  /** The direct role: `admin`, `viewer`, or as Amazon writes it; null = unknown, which is never "no role". */
  role: z.string().nullable(),
  /** When Amazon was last asked for the role; null = never. */
  roleAsOf: z.number().nullable(),
  firstSeenAt: z.number(),
  /** When the access that lasts, or lasted last, was first seen. */
  sinceAt: z.number(),
  /** Whether an earlier list shows that it began about then; otherwise it was there before, and nobody knows since when. */
  isSinceKnown: z.boolean(),
  /** When the latest list that names the member was read. */
  lastSeenAt: z.number(),
  /** When a complete list no longer named the member; null while the access lasts. */
  goneAt: z.number().nullable(),
});
export type Member = z.infer<typeof member>;

/** What can happen to a member. `firstSeen`: in the first list of an account, so that nobody knows since when. */
export const memberEvents = [
  'firstSeen',
  'joined',
  'left',
  'scopeChanged',
  'roleSeen',
  'roleChanged',
] as const;
export type MemberEvent = (typeof memberEvents)[number];

/** The three lists of an account's members; `unscoped` only where Amazon doesn't take a scope. */
export const memberLists = ['direct', 'inherited', 'unscoped'] as const;
export type MemberListName = (typeof memberLists)[number];
