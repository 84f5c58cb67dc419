import { z } from 'zod';
import { accountRef } from '../account/account';
import { instanceAccessState } from '../account/instanceAccessState';
import { origin } from '../outbox/origin';
import { emailAddress, personName } from './person';
import { role } from './role';

/**
 * What we know of an invitation. Amazon lists only pending ones, so the others are our own conclusions: `revoked` by us, `lapsed`
 * past its two weeks, `gone` = no longer listed for an unknown reason.
 */
const invitationStates = ['pending', 'accepted', 'revoked', 'lapsed', 'gone'] as const;
export const invitationState = z.enum(invitationStates);
export type InvitationState = z.infer<typeof invitationState>;

/** A state as it is shown at a moment: `overdue` is a pending one that has expired as far as is known (see `isOverdue`). */
export const shownInvitation = z.enum([...invitationStates, 'overdue']);
export type ShownInvitation = z.infer<typeof shownInvitation>;

/**
 * How an invitation's state is known:
 * - `listed`: Amazon's list of pending ones names it. `ours`: Amazon confirmed our own change.
 * - `amazon`: Amazon's answer about this one invitation.
 * - `user`: its person is among the account's users. `maskedUser`: one user's masked address matches, and matches no
 * other invited person, so it is likely.
 * - `expiry`: no longer listed, and its two weeks are over. `absence`: no longer listed, for an unknown reason.
 */
export const evidence = z.enum(['listed', 'ours', 'amazon', 'user', 'maskedUser', 'expiry', 'absence']);
export type Evidence = z.infer<typeof evidence>;

/** One person to invite. */
export const invitee = z.strictObject({ emailAddress, userName: personName, role });
export type Invitee = z.infer<typeof invitee>;

/** Max number of invitations in one call (amazon-api §3). */
export const maxPerCall = 50;

/** Max number of invitations that one command can revoke, resend or invite again. */
export const maxSelected = 20_000;

/** One stored invitation. Times are ms since 1970; null if Amazon gave none. */
export const invitation = z.object({
  realm: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  invitationId: z.string(),
  emailAddress: z.string(),
  userName: z.string(),
  /** As Amazon names it; see `roleName`. */
  role: z.string(),
  state: invitationState,
  createdBy: z.string(),
  createdAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
  /** Null for data stored before evidence was recorded. */
  evidence: evidence.nullable(),
  /** Null if no complete list of Amazon's has included it. */
  lastSeenAt: z.number().nullable(),
  firstSeenAt: z.number(),
  /** When the app learned of its state. */
  stateChangedAt: z.number(),
  /** Of an accepted one: what is known of the person's access to instances. Null: nothing is to be known. */
  instanceAccess: instanceAccessState.nullable(),
});
export type Invitation = z.infer<typeof invitation>;

/**
 * Whether it is pending only as far as is known: it has expired, and nothing shows what happened to it since.
 * @param now ms since 1970
 */
export const isOverdue = (
  { state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>,
  now: number,
): boolean => state === 'pending' && expiresAt !== null && expiresAt <= now;

/** When its current state began (ms since 1970): the expiry date if it expired; otherwise when we learned of it. */
export const stateSince = ({
  state,
  expiresAt,
  stateChangedAt,
}: Pick<Invitation, 'state' | 'expiresAt' | 'stateChangedAt'>): number =>
  state === 'lapsed' ? (expiresAt ?? stateChangedAt) : stateChangedAt;

/** An invitation, reached through a connection. */
export const invitationRef = accountRef.extend({ invitationId: z.string().min(1).max(400) });
export type InvitationRef = z.infer<typeof invitationRef>;

/** One line of an invitation's history, oldest first. */
export const timelineEntry = z.object({
  /** ms since 1970. */
  at: z.number(),
  /**
   * `created`, `expires`: as Amazon says. `firstSeen`, `lastSeen`: in Amazon's list. `state`: its new state. Others: our changes.
   */
  what: z.enum([
    'created',
    'firstSeen',
    'create',
    'resend',
    'revoke',
    'redeem',
    'addToInstances',
    'takeBackInstances',
    'lastSeen',
    'state',
    'expires',
  ]),
  /** For our changes: how each ended. */
  result: z.enum(['done', 'failed', 'inDoubt']).nullable(),
  /** The actor, if known. */
  by: z.string().nullable(),
  detail: z.string().nullable(),
  /** Of our changes: the batch's row that it was for, and its run; null where there is none, and for the others. */
  origin: origin.nullable(),
  runId: z.number().nullable(),
  /** From a colleague's app, through the team: who that is, when this app learned it, and the state it found, for `state`. */
  colleague: z
    .object({ name: z.string(), learnedAt: z.number(), state: invitationState.nullable() })
    .nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
