import { z } from 'zod';
import { memberEvents, memberScope } from '../member/member';

/** What a colleague's app saw happen to a member, and this one didn't. Times are ms since 1970. */
export const colleagueMemberEvent = z.object({
  /** By the colleague's clock. */
  at: z.number(),
  event: z.enum(memberEvents),
  accountId: z.string(),
  accountName: z.string(),
  /** Scope and role after it. */
  scope: memberScope,
  role: z.string().nullable(),
  /** The scope or role that it replaced. */
  before: z.string().nullable(),
  /** The colleague, as the team names them. */
  name: z.string(),
  learnedAt: z.number(),
});
export type ColleagueMemberEvent = z.infer<typeof colleagueMemberEvent>;
