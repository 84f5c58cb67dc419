import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { accountRef } from '../domain/account/account';
import { instanceDetails, shownPlan } from '../domain/account/instanceAccess';
import { wantedInstances } from '../domain/account/plannedInstances';
import {
  invitation,
  invitationRef,
  invitee,
  maxSelected,
  timelineEntry,
} from '../domain/invitation/invitation';
import { invitationFilter, invitationSort } from '../domain/invitation/invitationFilter';
import { exclusion } from '../domain/invitation/exclusions';
import { role } from '../domain/invitation/role';
import { errorBody } from '../errorBody';
import { formatNumber } from '../text/formats';
import { agreement } from '../domain/outbox/agreement';
import { consent, notAgreed, operationIds, page, policy, typed } from './common';
import { linkedMember } from '../domain/person/linkedMember';
import { unseenInvitation } from '../domain/team/colleagueInvitation';

const invitationOrder = {
  sort: invitationSort.default('expiresAt'),
  descending: z.boolean().default(false),
};

const selection = z
  .array(invitationRef)
  .min(1)
  .max(maxSelected, `Select at most ${formatNumber(maxSelected)} invitations at a time.`);

/** Fits a full selection of the longest names. */
const maxSelectionBytes = 16 * 1_048_576;

/** The run that was recorded; see `notAgreed`. */
const selectionRun = z.discriminatedUnion('agreed', [
  operationIds.extend({ agreed: z.literal(true), runId: z.number(), leftOut: z.array(exclusion) }),
  notAgreed,
]);

/** Stored invitations and changes to them. */
export const invitationsChannels = {
  /** A page of the stored invitations; doesn't call Amazon. */
  'invitations.list': {
    input: z.strictObject({ ...invitationFilter, ...invitationOrder, ...page }),
    output: z.object({ invitations: z.array(invitation), total: z.number() }),
  },
  /** The values a field has in the stored invitations, most frequent first, for a filter to offer. */
  'invitations.values': {
    input: z.strictObject({
      field: z.enum(['role', 'domain', 'createdBy']),
      search: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ values: z.array(z.object({ value: z.string(), count: z.number() })) }),
  },
  /**
   * What the start screen shows across all accounts you can reach; doesn't call Amazon. `dayBounds` (ms since 1970, in order):
   * the page says when days begin, since it is the page that names them.
   */
  'invitations.overview': {
    input: z.strictObject({ dayBounds: z.array(z.number()).max(100).default([]) }),
    output: z.object({
      pending: z.number(),
      /** Those that expired, with no confirmation of what happened to them. */
      overdue: z.number(),
      /** Pending ones that expire within three days, in accounts with a usable connection. */
      lapsingSoon: z.number(),
      /** Expired within the last 30 days and not invited again since. */
      lapsed: z.number(),
      /** First seen as accepted within the last seven days; Amazon doesn't say when they were. */
      accepted: z.number(),
      /** Operations in doubt. */
      inDoubt: z.number(),
      /** Connections whose latest reading failed. */
      accountsWithTrouble: z.number(),
      /** For each two neighboring bounds: how many pending invitations expire from the first on and before the second. */
      lapsingByDay: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })),
    }),
  },
  /** Everything known about one invitation; doesn't call Amazon. */
  'invitations.details': {
    input: z.strictObject({ invitation: invitationRef }),
    output: z.object({
      invitation,
      timeline: z.array(timelineEntry),
      /** Who is, or was, a member of the account and is the invited person with certainty, or probably. */
      members: z.array(linkedMember),
      /** What is known of the person's access to instances; null where nothing is to be known. */
      instances: instanceDetails.nullable(),
      /** What is planned for the person while the invitation is pending; null: nothing. */
      plan: shownPlan.nullable(),
    }),
  },
  /**
   * Which of these people colleagues invited to these accounts, as far as this computer's own readings don't account for it; at most 200.
   * A hint while one drafts: nothing is refused because of it. Doesn't ask the team's store, nor Amazon.
   */
  'invitations.byColleagues': {
    input: z.strictObject({
      accounts: z.array(accountRef).max(1000),
      emailAddresses: z.array(z.string().max(254)).max(1000),
    }),
    output: z.object({ invitations: z.array(unseenInvitation.extend({ accountName: z.string() })) }),
  },
  /** Asks Amazon about one invitation. `answer`: Amazon's full answer as JSON text; null where it doesn't give one (403, 404). */
  'invitations.ask': {
    input: z.strictObject({ invitation: invitationRef }),
    output: z.object({ answer: z.string().nullable(), at: z.number() }),
  },
  /** Shows a save dialog and writes all stored invitations that match, on all pages. `saved`: false when the person canceled. */
  'invitations.export': {
    input: z.strictObject({ ...invitationFilter, ...invitationOrder, format: z.enum(['csv', 'xlsx']) }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional(), invitations: z.number() }),
  },
  /**
   * Reads all pending invitations of the accounts from Amazon into the store. A failure in one account doesn't stop the others.
   */
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
   * Invites each person to each of the accounts, as one run: all of it is recorded, or nothing.
   * The command itself carries every person and account, so what was on screen is what is done. One account under two
   * connections is refused.
   */
  'invitations.inviteToAccounts': {
    input: z
      .strictObject({
        accounts: z
          .array(accountRef)
          .min(1, 'Select at least one account.')
          .max(1000, 'Select at most 1,000 accounts at a time.'),
        invitees: z
          .array(invitee)
          .min(1, 'Add at least one person.')
          .max(1000, 'Add at most 1,000 people at a time.'),
        notifyInvitedUsers: z.boolean(),
        /** To which instances of each account its viewers are to be added; kept here, Amazon isn't sent it. */
        plans: z
          .array(z.strictObject({ account: accountRef, wanted: wantedInstances }))
          .max(1000)
          .optional(),
        ...policy,
        ...typed,
      })
      .refine(
        ({ accounts, invitees }) => accounts.length * invitees.length <= maxSelected,
        `Send at most ${formatNumber(maxSelected)} invitations at a time.`,
      ),
    output: operationIds.extend({ runId: z.number() }),
  },
  /**
   * What a change of selected invitations would do now: a person agrees to it, and `agreement` goes with the command. `leftOut`:
   * what can't be done now, by reason; if nothing else is left, the result is INVALID_INPUT.
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
   * Revokes all that can be revoked, as one run. `leftOut`: what can't be revoked now, by reason; if nothing else is left, the
   * result is INVALID_INPUT. The next two work the same way.
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
  /** Invites the people of invitations that are no longer pending again, with the same role. */
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
   * Amazon can't change a role, so this revokes the pending invitation and then creates a new one (amazon-api §2). It returns two
   * operations: the revocation and the invitation, which waits for the first.
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
