import { z } from 'zod';
import { accountRef } from './account';
import { emailAddress, personName } from './person';
import { role } from './role';

/**
 * What we know of an invitation. Amazon lists only pending ones, so the others are our own conclusions:
 * `revoked` by us, `lapsed` past its two weeks, `gone` = no longer listed and we cannot tell why.
 */
const invitationStates = ['pending', 'accepted', 'revoked', 'lapsed', 'gone'] as const;
export const invitationState = z.enum(invitationStates);
export type InvitationState = z.infer<typeof invitationState>;

/** One person to invite. */
export const invitee = z.strictObject({ emailAddress, userName: personName, role });
export type Invitee = z.infer<typeof invitee>;

/** The most invitations one call may carry (amazon-contract §3). */
export const maxPerCall = 50;

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
});
export type Invitation = z.infer<typeof invitation>;

/** Which invitation, reached through which connection. */
export const invitationRef = accountRef.extend({ invitationId: z.string().min(1).max(400) });
export type InvitationRef = z.infer<typeof invitationRef>;
