import { z } from 'zod';
import { invitationRef } from './invitation';

/**
 * Why an invitation is left out of a change of many:
 * - `inDoubt`, `underWay`: an earlier change of it, or of its person, is in doubt or not answered yet. Another one beside
 *   it could do the same twice.
 * - `accepted`, `revoked`, `lapsed`, `gone`: it is that by now. Amazon changes pending ones only, and who accepted needs no
 *   new one.
 * - `pending`: it is still pending, so its person needs no new one.
 * - `hidden`: Amazon hides what a new one needs.
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
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** What was left out of a change for one reason. */
export const exclusion = z.object({
  reason: z.enum(exclusionReasons),
  invitations: z.array(invitationRef.extend({ emailAddress: z.string(), userName: z.string() })).min(1),
});
export type Exclusion = z.infer<typeof exclusion>;
