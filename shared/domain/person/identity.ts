import { z } from 'zod';
import { confidence, identityRule } from './ledgerAddress';
import { accountMember, memberPersonRef } from './memberPerson';

/** What a person can decide about a user ID and an address; `undo` reverts the latest decision about the two. */
export const identityDecision = z.enum(['same', 'notSame', 'undo']);

/** Who is behind a user ID of a realm, as far as is known, and what that is concluded from. */
export const identity = memberPersonRef.extend({
  confidence,
  /** In lower case; null if and only if the confidence is `none`. */
  address: z.string().nullable(),
  /** The rule that decides; null if none finds an address. */
  rule: identityRule.nullable(),
  /** What that rule finds; with two or more, nothing is concluded. At most about 20 are looked at. */
  candidates: z.array(z.string()),
  /** Whether Amazon lists the user ID in a form that the address doesn't fit. */
  isContradicted: z.boolean(),
  /** Those that a connection reaches and that list the user ID, or listed it; by name. */
  accounts: z.array(accountMember),
  /** What was decided and not undone; `at` is ms since 1970. */
  decisions: z.array(
    z.object({ kind: identityDecision.exclude(['undo']), emailAddress: z.string(), at: z.number() }),
  ),
  /** What colleagues decided and didn't undo, as the team says; this computer's own decisions go before. */
  colleagues: z.array(
    z.object({
      kind: identityDecision.exclude(['undo']),
      emailAddress: z.string(),
      at: z.number(),
      who: z.string(),
      /** With this person's own login, on another computer. */
      isOwn: z.boolean(),
    }),
  ),
});
export type Identity = z.infer<typeof identity>;
