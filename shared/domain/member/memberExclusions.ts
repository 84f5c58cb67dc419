import { z } from 'zod';
import { memberRef } from './member';

/**
 * Why a member is left out of a change:
 * - `inDoubt`, `underWay`: an earlier change of this member is in doubt or not answered yet.
 * - `gone`: Amazon no longer lists the member. `hasRole`: the role is this one already.
 * - `inherited`: access comes through a manager account alone, and is changed there.
 * - `lastAdmin`: no admin that Amazon shows would be left in the account.
 */
export const memberExclusionReasons = [
  'inDoubt',
  'underWay',
  'gone',
  'hasRole',
  'inherited',
  'lastAdmin',
] as const;
export type MemberExclusionReason = (typeof memberExclusionReasons)[number];

/** Members left out of a change for one reason. */
export const memberExclusion = z.object({
  reason: z.enum(memberExclusionReasons),
  members: z.array(memberRef.extend({ maskedEmail: z.string(), accountName: z.string() })).min(1),
});
export type MemberExclusion = z.infer<typeof memberExclusion>;
