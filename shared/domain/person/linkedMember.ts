import { z } from 'zod';
import { accountRef } from '../account/account';
import { instanceAccessState } from '../account/instanceAccessState';
import { memberRef } from '../member/member';
import { ledgerAddress } from './ledgerAddress';
import { memberPersonRef } from './memberPerson';

/** Somebody whom an account lists, or listed, and who is an invited person with certainty, or probably. */
export const linkedMember = memberPersonRef.extend({
  /** As Amazon lists it; empty if it lists none. */
  maskedEmail: z.string(),
  confidence: ledgerAddress.shape.confidence,
  /** When a complete list no longer included the member, in ms since 1970; null while the member has access. */
  goneAt: z.number().nullable(),
});
export type LinkedMember = z.infer<typeof linkedMember>;

/** The accepted invitation that let a member in, as far as the ledger knows whose address it was. */
export const memberInvitation = z.object({
  account: accountRef,
  invitationId: z.string(),
  /** When it was created, or first listed, in ms since 1970. */
  invitedAt: z.number(),
  /** What is known of the access to instances; null: nothing is to be known. */
  instanceAccess: instanceAccessState.nullable(),
});
export type MemberInvitation = z.infer<typeof memberInvitation>;

/** How a member can be addressed. */
export const memberAddress = memberRef.extend({
  /** Null if none is certain or probable. */
  ledgerAddress: ledgerAddress.nullable(),
  /** With which name the address was invited last; empty if it wasn't, or isn't certain. */
  userName: z.string(),
});
export type MemberAddress = z.infer<typeof memberAddress>;
