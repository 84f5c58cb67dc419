import { z } from 'zod';
import { accountRef } from '../account/account';

/** A reason that colleagues can read: for sending without the team, or for leaving both of two invitations. */
export const typedReason = z
  .string()
  .trim()
  .min(10, 'Say it in at least 10 characters.')
  .max(500, 'Use at most 500 characters.');

/** How an invitation stands here: what this app knows of it, which may be nothing. */
const sideStates = ['pending', 'accepted', 'ended', 'unknown'] as const;

/** One of two invitations of the same person in the same account. */
export const doubleSide = z.object({
  claimId: z.string(),
  /** Who invited, as the team names them. */
  colleague: z.string(),
  isSolo: z.boolean(),
  /** Why it was sent without the team; null unless it was. */
  reason: z.string().nullable(),
  /** When it was made, ms since 1970. */
  at: z.number(),
  role: z.string().nullable(),
  /** Null: not known. */
  invitationId: z.string().nullable(),
  state: z.enum(sideStates),
});
export type DoubleSide = z.infer<typeof doubleSide>;

/** Somebody who was invited twice, since one of the invitations was sent without the team. */
export const teamDouble = z.object({
  soloId: z.string(),
  otherId: z.string(),
  /** Through a connection of this app; null: none reaches it. */
  account: accountRef.nullable(),
  accountName: z.string(),
  emailAddress: z.string(),
  sides: z.array(doubleSide).length(2),
  /** The claim whose invitation the app proposes to revoke; null: neither. */
  proposed: z.string().nullable(),
  /** Why both stay, as somebody decided; null: nobody did. */
  dismissal: z.object({ reason: z.string(), by: z.string(), at: z.number() }).nullable(),
});
export type TeamDouble = z.infer<typeof teamDouble>;

/** Which of two invitations is superfluous: the pending one beside an accepted one, or the later of two pending ones. */
export function proposedOf(sides: readonly DoubleSide[]): string | null {
  const open = sides.filter(({ state, invitationId }) => state === 'pending' && invitationId !== null);
  const isOther = sides.some(({ state }) => state === 'accepted');
  if (open.length === 1 && isOther) return open[0]?.claimId ?? null;
  if (open.length < 2) return null;
  return open.reduce((one, other) => (other.at > one.at ? other : one)).claimId;
}

/** Whether one of both is gone: then nothing is left to do. */
export const isSettled = (sides: readonly Pick<DoubleSide, 'state'>[]): boolean =>
  sides.some(({ state }) => state === 'ended');
