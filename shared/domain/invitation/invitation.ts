import { z } from 'zod';
import { accountRef } from '../account/account';
import { emailAddress, personName } from './person';
import { role } from './role';

/**
 * What we know of an invitation. Amazon lists only pending ones, so the others are our own conclusions:
 * `revoked` by us, `lapsed` past its two weeks, `gone` = no longer listed and we cannot tell why.
 */
const invitationStates = ['pending', 'accepted', 'revoked', 'lapsed', 'gone'] as const;
export const invitationState = z.enum(invitationStates);
export type InvitationState = z.infer<typeof invitationState>;

/**
 * How an invitation's state is known:
 * - `listed`: Amazon's list of pending ones names it. `ours`: Amazon confirmed our own change.
 * - `amazon`: Amazon said so when asked for it alone.
 * - `user`: its person is among the account's users. `maskedUser`: one user's masked address fits, and fits no
 *   other invited person, so probably.
 * - `expiry`: no longer listed, and its two weeks are over. `absence`: no longer listed, and nothing tells why.
 */
export const evidence = z.enum(['listed', 'ours', 'amazon', 'user', 'maskedUser', 'expiry', 'absence']);
export type Evidence = z.infer<typeof evidence>;

/** One person to invite. */
export const invitee = z.strictObject({ emailAddress, userName: personName, role });
export type Invitee = z.infer<typeof invitee>;

/** The most invitations one call may carry (amazon-api §3). */
export const maxPerCall = 50;

/** The most invitations that one command can revoke, resend or make again. */
export const maxSelected = 20_000;

/** One stored invitation. Times are ms since 1970; null where Amazon did not say. */
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
  /** Null for what was stored before evidence was kept. */
  evidence: evidence.nullable(),
  /** Null while no complete list of Amazon's has named it. */
  lastSeenAt: z.number().nullable(),
  firstSeenAt: z.number(),
  /** When the app learned of its state. */
  stateChangedAt: z.number(),
});
export type Invitation = z.infer<typeof invitation>;

/**
 * Whether it is pending only as far as is known: its two weeks are over, and nothing tells what became of it since.
 * @param now ms since 1970
 */
export const isOverdue = (
  { state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>,
  now: number,
): boolean => state === 'pending' && expiresAt !== null && expiresAt <= now;

/** Since when it has been so (ms since 1970): one that expired, since its two weeks ended; of others only when we learned of it. */
export const stateSince = ({
  state,
  expiresAt,
  stateChangedAt,
}: Pick<Invitation, 'state' | 'expiresAt' | 'stateChangedAt'>): number =>
  state === 'lapsed' ? (expiresAt ?? stateChangedAt) : stateChangedAt;

/** Which invitation, reached through which connection. */
export const invitationRef = accountRef.extend({ invitationId: z.string().min(1).max(400) });
export type InvitationRef = z.infer<typeof invitationRef>;

/** One line of an invitation's history, oldest first. */
export const timelineEntry = z.object({
  /** ms since 1970. */
  at: z.number(),
  /** `created`, `expires`: as Amazon tells. `firstSeen`, `lastSeen`: in Amazon's list. `state`: what it became. Others: our change. */
  what: z.enum(['created', 'firstSeen', 'create', 'resend', 'revoke', 'lastSeen', 'state', 'expires']),
  /** Of our changes: how each ended. */
  result: z.enum(['done', 'failed', 'inDoubt']).nullable(),
  /** Who acted, where that is known. */
  by: z.string().nullable(),
  detail: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
