import { z } from 'zod';
import { accountRef } from '../account/account';

/**
 * How a member got access: in the account itself, through a manager account, both, or unknown, if Amazon lists people without
 * saying.
 */
const memberScopes = ['direct', 'inherited', 'both', 'unknown'] as const;
export const memberScope = z.enum(memberScopes);
export type MemberScope = z.infer<typeof memberScope>;

/** A member of an account, as one connection reaches it. */
export const memberRef = accountRef.extend({ userId: z.string().min(1).max(400) });
export type MemberRef = z.infer<typeof memberRef>;

export const memberRefKey = ({ connectionId, accountId, userId }: MemberRef): string =>
  JSON.stringify([connectionId, accountId, userId]);

/** The reference alone, of something that has more. */
export const memberRefOf = ({ connectionId, accountId, userId }: MemberRef): MemberRef => ({
  connectionId,
  accountId,
  userId,
});

/** Somebody with access to an account, as Amazon lists them. Times are ms since 1970. */
export const member = z.object({
  realm: z.string(),
  accountId: z.string(),
  userId: z.string(),
  /** As Amazon lists it, usually masked; empty if it lists none. */
  maskedEmail: z.string(),
  /** For a member who left: the last known one. */
  scope: memberScope,
  /** The direct role: `admin`, `viewer`, or as Amazon writes it; null = unknown, which is never "no role". */
  role: z.string().nullable(),
  /** When Amazon was last asked for the role; null = never. */
  roleAsOf: z.number().nullable(),
  firstSeenAt: z.number(),
  /** When the current or last access was first seen. */
  sinceAt: z.number(),
  /** Whether an earlier list shows that it began about then; otherwise it existed before, and nobody knows since when. */
  isSinceKnown: z.boolean(),
  /** When the latest list that includes the member was read. */
  lastSeenAt: z.number(),
  /** When a complete list no longer included the member; null while the member has access. */
  goneAt: z.number().nullable(),
});
export type Member = z.infer<typeof member>;

/** What can happen to a member. `firstSeen`: in the first list of an account, so the start date is unknown. */
export const memberEvents = [
  'firstSeen',
  'joined',
  'left',
  'scopeChanged',
  'roleSeen',
  'roleChanged',
] as const;
export type MemberEvent = (typeof memberEvents)[number];

/** The three lists of an account's members; `unscoped` only if Amazon doesn't accept a scope. */
export const memberLists = ['direct', 'inherited', 'unscoped'] as const;
export type MemberListName = (typeof memberLists)[number];
