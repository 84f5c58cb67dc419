import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { accountRef } from '../domain/account/account';
import { memberRef, memberScope } from '../domain/member/member';
import { listedMember } from '../domain/person/listedMember';
import { memberList } from '../domain/member/memberList';
import { memberRefreshProgress } from '../domain/member/memberRefresh';
import { errorBody } from '../errorBody';
import { maxSelected } from '../domain/invitation/invitation';
import { role } from '../domain/invitation/role';
import { memberExclusion } from '../domain/member/memberExclusions';
import { agreement } from '../domain/outbox/agreement';
import { formatNumber } from '../text/formats';
import { consent, notAgreed, nothing, operationIds, page } from './common';

const order = {
  sort: z
    .enum(['maskedEmail', 'userId', 'scope', 'role', 'roleAsOf', 'firstSeenAt', 'sinceAt', 'lastSeenAt'])
    .default('maskedEmail'),
  descending: z.boolean().default(false),
};

const selection = z
  .array(memberRef)
  .min(1, 'Select at least one member.')
  .max(maxSelected, `Select at most ${formatNumber(maxSelected)} members at a time.`);

/** Fits a full selection of the longest IDs. */
const maxSelectionBytes = 16 * 1_048_576;

/** The run that was recorded, and whom it leaves out; see `notAgreed`. */
const membersRun = z.discriminatedUnion('agreed', [
  operationIds.extend({ agreed: z.literal(true), runId: z.number(), leftOut: z.array(memberExclusion) }),
  notAgreed,
]);

/** Who has access to an account, as Amazon lists them. */
export const membersChannels = {
  /** A page of an account's stored members, and the age of the stored data; doesn't call Amazon. */
  'members.list': {
    input: z.strictObject({
      account: accountRef,
      /** Part of the masked email, of the address behind the user ID, or of the ID; empty: all. */
      search: z.string().max(200).default(''),
      scopes: z.array(memberScope).max(4).optional(),
      /** Roles as stored; null means unknown. */
      roles: z.array(z.string().max(100).nullable()).max(20).optional(),
      /** Members who left instead of those who have access. */
      left: z.boolean().default(false),
      ...order,
      ...page,
    }),
    output: z.object({ members: z.array(listedMember), total: z.number(), lists: z.array(memberList) }),
  },
  /**
   * Reads one account's lists now; the roles follow in the background. `error`: why a list couldn't be read, null if all could.
   */
  'members.refresh': {
    input: z.strictObject({ account: accountRef }),
    output: z.object({ error: errorBody.nullable() }),
  },
  /**
   * What a change of members would do now: a person agrees to it, and `agreement` goes with the command. `leftOut`: whom it
   * leaves out, by reason; if nobody else remains, the result is INVALID_INPUT.
   */
  'members.preview': {
    input: z.discriminatedUnion('change', [
      z.strictObject({ change: z.literal('setRole'), members: selection, role }),
      z.strictObject({ change: z.literal('remove'), members: selection }),
    ]),
    output: z.object({ agreement, leftOut: z.array(memberExclusion) }),
    maxInputBytes: maxSelectionBytes,
  },
  /**
   * Gives members another direct role, as one run. Before a call is sent, the account's members are read: who has the role
   * already, has no direct access any longer, or is the last known admin is left out then, and the operation says so.
   */
  'members.setRole': {
    input: z.strictObject({ members: selection, role, ...consent }),
    output: membersRun,
    maxInputBytes: maxSelectionBytes,
  },
  /** Ends the direct access of members, as one run, like `members.setRole`. Inherited access stays. */
  'members.remove': {
    input: z.strictObject({ members: selection, ...consent }),
    output: membersRun,
    maxInputBytes: maxSelectionBytes,
  },
  /** Progress of the background refresh that follows each refresh of all accounts; follow it on `members.changed`. */
  'members.progress': { input: nothing, output: z.object({ progress: memberRefreshProgress }) },
  /** Finishes what is being read; the rest waits. */
  'members.pauseRefresh': { input: nothing, output: z.object({}) },
  'members.resumeRefresh': { input: nothing, output: z.object({}) },
  /** Stops it; what wasn't read keeps its data. */
  'members.stopRefresh': { input: nothing, output: z.object({}) },
} satisfies AreaChannels<'members'>;
