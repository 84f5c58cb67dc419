import { z } from 'zod';
import { errorBody } from '../../errorBody';
import { memberLists } from './member';

/** How one of an account's lists of members was read. Times are ms since 1970. */
export const memberList = z.object({
  list: z.enum(memberLists),
  /** When the latest complete reading began; null before the first. */
  asOf: z.number().nullable(),
  /** When the latest reading began, however it ended. */
  triedAt: z.number(),
  /** `partial`: some entries could not be read. `unavailable`: not available in this account. */
  outcome: z.enum(['complete', 'partial', 'unavailable', 'failed']),
  error: errorBody.nullable(),
});
export type MemberList = z.infer<typeof memberList>;
