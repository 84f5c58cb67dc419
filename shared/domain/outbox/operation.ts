import { z } from 'zod';
import { errorBody } from '../../errorBody';
import type { ErrorBody } from '../../errors';
import { origin } from './origin';

/** Changes of invitations. */
export const invitationKinds = ['create', 'revoke', 'resend'] as const;
export type InvitationKind = (typeof invitationKinds)[number];

/** Changes of people who have access: another role, or no access any longer. */
export const memberKinds = ['setRole', 'removeMember'] as const;
export type MemberKind = (typeof memberKinds)[number];

export const operationKinds = [...invitationKinds, ...memberKinds] as const;
export type OperationKind = (typeof operationKinds)[number];

/** Whether a change is about somebody who has access, and not about an invitation. */
export const isMemberKind = (kind: OperationKind): kind is MemberKind =>
  kind === 'setRole' || kind === 'removeMember';

/**
 * - `queued`: recorded, not sent.
 * - `sending`: the request may have left.
 * - `done`: Amazon confirmed it, or its list shows it.
 * - `failed`: Amazon refused it, it certainly never reached Amazon, or a person decided so.
 * - `inDoubt`: the request left; the answer never came or can't be read. Amazon's list, or a person, decides.
 */
export const operationStatuses = ['queued', 'sending', 'done', 'failed', 'inDoubt'] as const;
export type OperationStatus = (typeof operationStatuses)[number];

/**
 * A change's status as shown and counted: a change that wasn't sent because it isn't needed, or because a person stopped it,
 * hasn't failed.
 */
export const shownStatuses = [...operationStatuses, 'skipped', 'stopped'] as const;
export type ShownStatus = (typeof shownStatuses)[number];

/** Whether an error code says that there was nothing to do: somebody else had done it. */
export const isNotNeeded = (code: string): boolean => code === 'ALREADY_INVITED' || code === 'ALREADY_DONE';

/**
 * @returns `skipped` if somebody else had already done it, `stopped` if a person stopped it; otherwise the status itself
 */
export const shownStatus = ({
  status,
  error,
}: {
  readonly status: OperationStatus;
  readonly error: Pick<ErrorBody, 'code'> | null;
}): ShownStatus => {
  if (status !== 'failed') return status;
  if (error !== null && isNotNeeded(error.code)) return 'skipped';
  return error?.code === 'NOT_SENT' ? 'stopped' : 'failed';
};

/** Whether it can be sent again: refused or failed changes, and also skipped or stopped ones, which didn't fail. */
export const canBeSentAgain = (status: ShownStatus): boolean =>
  status === 'failed' || status === 'skipped' || status === 'stopped';

/** An invitation in Amazon's list that may be the result of an operation in doubt. Times are ms since 1970. */
export const candidate = z.object({
  invitationId: z.string(),
  /** As in Amazon's list: may be masked or missing. */
  emailAddress: z.string().nullable(),
  role: z.string().nullable(),
  userName: z.string().nullable().default(null),
  /** Its creator, by the name Amazon gives. */
  createdBy: z.string().nullable().default(null),
  createdAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
});
export type Candidate = z.infer<typeof candidate>;

/**
 * What Amazon's list showed about an operation in doubt without settling it:
 * - `notSeen`: two complete readings show that it was not done, or no longer show its result.
 * - `joined`: two complete readings lack the invitation, and its person is, or probably is, a user of the account now.
 * - `several`: more than one invitation may be it.
 * - `unclear`: the list hides what would settle it.
 * - `unread`: the list could not be read.
 */
const verdicts = ['notSeen', 'joined', 'several', 'unclear', 'unread'] as const;
export const finding = z.object({
  verdict: z.enum(verdicts),
  /** When the list was read, ms since 1970. */
  at: z.number(),
  candidates: z.array(candidate),
});
export type Finding = z.infer<typeof finding>;

/**
 * What Amazon's list showed after a change of role: the new invitation as requested and the old one gone, or not. `accepted`: no
 * longer listed, because its person has accepted it.
 */
export const readBacks = ['asAsked', 'otherRole', 'notListed', 'oldOneListed', 'accepted'] as const;
export type ReadBack = (typeof readBacks)[number];

/** One change requested from Amazon, as recorded in the journal. Times are ms since 1970. */
export const operation = z.object({
  operationId: z.number(),
  runId: z.number(),
  kind: z.enum(operationKinds),
  status: z.enum(operationStatuses),
  connectionId: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  /** Of a member: as Amazon lists it, masked as a rule; empty where it lists none. */
  emailAddress: z.string(),
  /** Of a member: empty, since Amazon tells none. */
  userName: z.string(),
  /** Of a member: the role to get, or the one that ends; empty where it isn't known. */
  role: z.string(),
  /** For a create: set once Amazon confirmed it. */
  invitationId: z.string().nullable(),
  /** The member's user ID; null for invitations. */
  userId: z.string().nullable(),
  /** In a member's change of role: the role until then; null where it isn't known. */
  roleBefore: z.string().nullable(),
  notify: z.boolean(),
  /** Amazon's request ID of the call that carried it, if one came. */
  requestId: z.string().nullable(),
  /** Why it failed or is in doubt. `details` has Amazon's own code and text. */
  error: errorBody.nullable(),
  /** While in doubt: what Amazon's list showed; null until it was checked. */
  finding: finding.nullable(),
  /** In a change of role: the revocation that this invitation waits for. */
  afterOperation: z.number().nullable(),
  readBack: z.enum(readBacks).nullable(),
  /** 1 for the first attempt; one more each time it is sent again as a new operation. */
  attempt: z.number(),
  /** The operation that retries this one. */
  replacedBy: z.number().nullable(),
  /** The batch's row that it is for; null where it comes from no batch. */
  origin: origin.nullable(),
  /** Why a person let it be sent while the team’s store was away; null: nobody did. */
  soloReason: z.string().nullable(),
  /**
   * That a claim was settled by somebody else than who made it; null if none was. `isOwn`: this change’s own claim, by a colleague;
   * otherwise the colleague’s claim that barred this change, by this app.
   */
  teamSettlement: z
    .object({
      colleague: z.string(),
      isOwn: z.boolean(),
      state: z.enum(['done', 'failed']),
      at: z.number(),
    })
    .nullable(),
  createdAt: z.number(),
  /** When its request was last sent. */
  sentAt: z.number().nullable(),
  settledAt: z.number().nullable(),
});
export type Operation = z.infer<typeof operation>;

/** How a sentence names the person of an operation; Amazon tells neither name nor whole address of a member. */
export const personNameOf = ({
  userName,
  emailAddress,
  userId,
}: Pick<Operation, 'userName' | 'emailAddress' | 'userId'>): string =>
  userName || emailAddress || (userId ?? '');

/** Max number of failed operations that one command retries. */
export const maxRetried = 100_000;

/** What a person decides about an operation in doubt. `checkAgain` reads Amazon's list once more. */
export const decision = z.discriminatedUnion('as', [
  /** It was done; for an invitation, as this entry of Amazon's list, if that can be determined. */
  z.strictObject({ as: z.literal('done'), invitationId: z.string().min(1).max(400).optional() }),
  z.strictObject({ as: z.literal('notDone') }),
  z.strictObject({ as: z.literal('sendAgain') }),
  z.strictObject({ as: z.literal('checkAgain') }),
]);
export type Decision = z.infer<typeof decision>;
