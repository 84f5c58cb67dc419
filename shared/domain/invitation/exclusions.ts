import { z } from 'zod';
import { invitationRef } from './invitation';

/**
 * Why an invitation is left out of a bulk change:
 * - `inDoubt`, `underWay`: an earlier change to it, or to its person, is in doubt or not answered yet. Another one
 * could do the same twice.
 * - `accepted`, `revoked`, `lapsed`, `gone`: its current state. Amazon changes pending ones only, and a person who accepted needs
 * no new one.
 * - `pending`: it is still pending, so its person needs no new one.
 * - `hidden`: Amazon hides what a new one needs.
 * - `erased`: the person's data was erased.
 */
export const exclusionReasons = [
  'inDoubt',
  'underWay',
  'accepted',
  'revoked',
  'lapsed',
  'gone',
  'pending',
  'hidden',
  'erased',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** What was left out of a change for one reason. */
export const exclusion = z.object({
  reason: z.enum(exclusionReasons),
  invitations: z.array(invitationRef.extend({ emailAddress: z.string(), userName: z.string() })).min(1),
});
export type Exclusion = z.infer<typeof exclusion>;
