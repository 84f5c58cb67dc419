import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { accountRef } from '../domain/account/account';
import {
  invitation,
  invitationRef,
  invitee,
  maxSelected,
  timelineEntry,
} from '../domain/invitation/invitation';
import { invitationFilter } from '../domain/invitation/invitationFilter';
import { exclusion } from '../domain/invitation/exclusions';
import { role } from '../domain/invitation/role';
import { errorBody } from '../errors';
import { formatNumber } from '../text/formats';
import { agreement } from '../domain/outbox/agreement';
import { consent, notAgreed, operationIds, page, policy, typed } from './common';

const invitationOrder = {
  sort: z
    .enum([
      'expiresAt',
      'createdAt',
      'userName',
      'emailAddress',
      'accountName',
      'role',
      'state',
      'createdBy',
      'stateChangedAt',
    ])
    .default('expiresAt'),
  descending: z.boolean().default(false),
};

const selection = z
  .array(invitationRef)
  .min(1)
  .max(maxSelected, `Select at most ${formatNumber(maxSelected)} invitations at a time.`);

/** The longest names of so many invitations fit in. */
const maxSelectionBytes = 16 * 1_048_576;

/** The run that was written down; see `notAgreed`. */
const selectionRun = z.discriminatedUnion('agreed', [
  operationIds.extend({ agreed: z.literal(true), runId: z.number(), leftOut: z.array(exclusion) }),
  notAgreed,
]);

/** Invitations as they are stored, and changes of them. */
export const invitationsChannels = {
  /** A page of the stored invitations; asks Amazon nothing. */
  'invitations.list': {
    input: z.strictObject({ ...invitationFilter, ...invitationOrder, ...page }),
    output: z.object({ invitations: z.array(invitation), total: z.number() }),
  },
  /** The values a field has in the stored invitations, the most frequent first: what a filter can offer. */
  'invitations.values': {
    input: z.strictObject({
      field: z.enum(['role', 'domain', 'createdBy']),
      search: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ values: z.array(z.object({ value: z.string(), count: z.number() })) }),
  },
  /**
   * What the start screen shows of all accounts in reach; asks Amazon nothing. `dayBounds` (ms since 1970, in order): the
   * page says when days begin, since it is there that they are named.
   */
  'invitations.overview': {
    input: z.strictObject({ dayBounds: z.array(z.number()).max(100).default([]) }),
    output: z.object({
      pending: z.number(),
      /** Those of them whose two weeks are over: nothing confirms what became of them. */
      overdue: z.number(),
      /** Pending ones whose two weeks end within three days, in accounts to which a usable way leads. */
      lapsingSoon: z.number(),
      /** Expired within the last 30 days, and not invited again since. */
      lapsed: z.number(),
      /** Seen to be accepted within the last seven days; Amazon does not tell when they were. */
      accepted: z.number(),
      /** Operations in doubt. */
      inDoubt: z.number(),
      /** Connections whose latest reading failed. */
      accountsWithTrouble: z.number(),
      /** For each two neighbours among the bounds: how many pending ones end from the first on and before the second. */
      lapsingByDay: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })),
    }),
  },
  /** Everything known of one invitation; asks Amazon nothing. */
  'invitations.details': {
    input: z.strictObject({ invitation: invitationRef }),
    output: z.object({ invitation, timeline: z.array(timelineEntry) }),
  },
  /** Asks Amazon for one invitation. `answer`: Amazon's whole answer as JSON text; null where it does not tell (403, 404). */
  'invitations.ask': {
    input: z.strictObject({ invitation: invitationRef }),
    output: z.object({ answer: z.string().nullable(), at: z.number() }),
  },
  /**
   * Asks the person for a place and writes all stored invitations that fit there, on all pages. `saved`: false when they
   * closed the dialog.
   */
  'invitations.export': {
    input: z.strictObject({ ...invitationFilter, ...invitationOrder, format: z.enum(['csv', 'xlsx']) }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional(), invitations: z.number() }),
  },
  /** Reads all pending invitations of the accounts from Amazon into the store. One account's trouble stops no other. */
  'invitations.refresh': {
    input: z.strictObject({ accounts: z.array(accountRef).min(1).max(1000) }),
    output: z.object({
      results: z.array(z.object({ account: accountRef, error: errorBody.nullable() })),
    }),
  },
  'invitations.create': {
    input: z.strictObject({
      account: accountRef,
      invitees: z
        .array(invitee)
        .min(1, 'Add at least one person.')
        .max(1000, 'Add at most 1,000 people at a time.'),
      notifyInvitedUsers: z.boolean(),
      ...policy,
      ...typed,
    }),
    output: operationIds,
  },
  /**
   * What a change of selected invitations would do now: a person agrees to it, and `agreement` goes with the command.
   * `leftOut`: what cannot be done now, by the reason; where that is all, it is an INVALID_INPUT.
   */
  'invitations.preview': {
    input: z.discriminatedUnion('change', [
      z.strictObject({ change: z.enum(['revoke', 'resend', 'inviteAgain']), invitations: selection }),
      z.strictObject({ change: z.literal('changeRole'), invitation: invitationRef, role }),
    ]),
    output: z.object({ agreement, leftOut: z.array(exclusion) }),
    maxInputBytes: maxSelectionBytes,
  },
  /**
   * All that can be revoked is, as one run. `leftOut`: what cannot be now, by the reason; where that is all, it is an
   * INVALID_INPUT. The same goes for the next two.
   */
  'invitations.revoke': {
    input: z.strictObject({ invitations: selection, ...policy, ...consent }),
    output: selectionRun,
    maxInputBytes: maxSelectionBytes,
  },
  'invitations.resend': {
    input: z.strictObject({
      invitations: selection,
      notifyInvitedUsers: z.boolean(),
      ...policy,
      ...consent,
    }),
    output: selectionRun,
    maxInputBytes: maxSelectionBytes,
  },
  /** Invites the people of invitations that are not pending any more again, with the same role. */
  'invitations.inviteAgain': {
    input: z.strictObject({
      invitations: selection,
      notifyInvitedUsers: z.boolean(),
      ...policy,
      ...consent,
    }),
    output: selectionRun,
    maxInputBytes: maxSelectionBytes,
  },
  /**
   * Amazon cannot change a role: revokes the pending invitation, then makes a new one (amazon-api §2). The two
   * operations answered are the revocation and the invitation, which waits for it.
   */
  'invitations.changeRole': {
    input: z.strictObject({
      invitation: invitationRef,
      role,
      notifyInvitedUsers: z.boolean(),
      ...consent,
    }),
    output: z.discriminatedUnion('agreed', [operationIds.extend({ agreed: z.literal(true) }), notAgreed]),
  },
} satisfies AreaChannels<'invitations'>;
