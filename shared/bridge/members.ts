import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { accountRef } from '../domain/account/account';
import { member, memberLists, memberScope } from '../domain/member/member';
import { memberRefreshProgress } from '../domain/member/memberRefresh';
import { errorBody } from '../errors';
import { nothing, page } from './common';

const order = {
  sort: z
    .enum(['maskedEmail', 'userId', 'scope', 'role', 'roleAsOf', 'firstSeenAt', 'sinceAt', 'lastSeenAt'])
    .default('maskedEmail'),
  descending: z.boolean().default(false),
};

/** How one of an account's lists was read. Times are ms since 1970. */
const list = z.object({
  list: z.enum(memberLists),
  /** When the latest complete reading began; null before the first. */
  asOf: z.number().nullable(),
  /** When the latest reading began, however it ended. */
  triedAt: z.number(),
  /** `partial`: some entries could not be read. `unavailable`: not available in this account. */
  outcome: z.enum(['complete', 'partial', 'unavailable', 'failed']),
  error: errorBody.nullable(),
});

/** Who has access to an account, as Amazon lists them. */
export const membersChannels = {
  /** A page of an account's stored members, and the age of the stored data; doesn't call Amazon. */
  'members.list': {
    input: z.strictObject({
      account: accountRef,
      /** Part of the masked email or of the user ID; empty: all. */
      search: z.string().max(200).default(''),
      scopes: z.array(memberScope).max(4).optional(),
      /** Roles as stored; null means unknown. */
      roles: z.array(z.string().max(100).nullable()).max(20).optional(),
      /** Members who left instead of those who have access. */
      left: z.boolean().default(false),
      ...order,
      ...page,
    }),
    output: z.object({ members: z.array(member), total: z.number(), lists: z.array(list) }),
  },
  /**
   * Reads one account's lists now; the roles follow in the background. `error`: why a list couldn't be read, null if all could.
   */
  'members.refresh': {
    input: z.strictObject({ account: accountRef }),
    output: z.object({ error: errorBody.nullable() }),
  },
  /** Progress of the background refresh that follows each refresh of all accounts; follow it on `members.changed`. */
  'members.progress': { input: nothing, output: z.object({ progress: memberRefreshProgress }) },
  /** Finishes what is being read; the rest waits. */
  'members.pauseRefresh': { input: nothing, output: z.object({}) },
  'members.resumeRefresh': { input: nothing, output: z.object({}) },
  /** Stops it; what wasn't read keeps its data. */
  'members.stopRefresh': { input: nothing, output: z.object({}) },
} satisfies AreaChannels<'members'>;
