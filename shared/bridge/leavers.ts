import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { invitationRef, maxSelected } from '../domain/invitation/invitation';
import { leaver, leaverPlan, leaverSubject } from '../domain/leaver/leaver';
import { memberRef } from '../domain/member/member';
import { difference } from '../domain/outbox/agreement';
import { consent, nothing } from './common';

const leaverId = z.string().min(1).max(64);

/** Removing somebody from every account at once, and the proof of it. */
export const leaversChannels = {
  /**
   * What the leaver has in every account that a connection reaches, from the stored data: members by certainty, pending invitations,
   * and the accounts about which nothing, or not everything, is known. Asks Amazon nothing. A subject without an address and without a
   * user ID is INVALID_INPUT, here and below.
   */
  'leavers.plan': { input: z.strictObject({ subject: leaverSubject }), output: leaverPlan },
  /**
   * Revokes the invitations and removes the members, as a run each, and keeps both as one removal. What a person agreed to is what
   * `invitations.preview` and `members.preview` gave; if either differs from what would be done now, neither is done. Between the two
   * runs Amazon may tell something new: then `leaverId` names the removal whose invitations are being revoked, and the members wait for
   * a new agreement. With `leaverId`, the runs are added to an earlier removal.
   */
  'leavers.start': {
    input: z.strictObject({
      subject: leaverSubject,
      leaverId: leaverId.nullable(),
      removal: z.strictObject({ members: z.array(memberRef).min(1).max(maxSelected), ...consent }).nullable(),
      revocation: z
        .strictObject({ invitations: z.array(invitationRef).min(1).max(maxSelected), ...consent })
        .nullable(),
    }),
    output: z.discriminatedUnion('agreed', [
      z.object({ agreed: z.literal(true), leaverId: z.string() }),
      z.object({
        agreed: z.literal(false),
        which: z.enum(['removal', 'revocation']),
        difference,
        leaverId: z.string().nullable(),
      }),
    ]),
    maxInputBytes: 16 * 1_048_576,
  },
  /** The removals that were started, the newest first. */
  'leavers.list': { input: nothing, output: z.object({ leavers: z.array(leaver) }) },
  /** A removal, and what the person has now. An unknown ID is NOT_FOUND. */
  'leavers.details': {
    input: z.strictObject({ leaverId }),
    output: z.object({ leaver, remains: leaverPlan }),
  },
  /**
   * Asks where, and writes the proof of a removal as it stands now: what was done with which result, what is open, what remains and why,
   * which accounts couldn't be read, and how old everything is. `saved`: false if the person canceled. Rejects with NOT_FOUND,
   * DISK_FULL or FILE_NOT_SAVED, and then leaves no file.
   */
  'leavers.saveProof': {
    input: z.strictObject({ leaverId, format: z.enum(['pdf', 'csv']) }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional() }),
  },
} satisfies AreaChannels<'leavers'>;
