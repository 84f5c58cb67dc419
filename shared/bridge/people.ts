import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { groupId } from '../domain/account/labels';
import { maxSelected } from '../domain/invitation/invitation';
import { memberRef, memberScope } from '../domain/member/member';
import { directoryFile, orphan } from '../domain/person/directory';
import { erasurePlan, erasureSubject } from '../domain/person/erasure';
import { identity, identityDecision } from '../domain/person/identity';
import {
  foundBatch,
  foundMember,
  foundPerson,
  foundRun,
  personAccess,
  personRow,
} from '../domain/person/knownPerson';
import { colleagueMemberEvent } from '../domain/team/colleagueMemberEvent';
import { memberAddress, memberInvitation } from '../domain/person/linkedMember';
import {
  accountMember,
  addressCertainty,
  memberPerson,
  memberPersonRef,
  peopleCoverage,
  peopleSort,
} from '../domain/person/memberPerson';
import { matrixAccount, matrixCell } from '../domain/person/matrix';
import { proposedErasure } from '../domain/team/proposedErasure';
import { nothing, page } from './common';

/** Who is meant, and in which order. */
const peopleFilter = {
  /** Part of the masked email, of the address behind the user ID, or of the ID; empty: all. */
  search: z.string().max(200).default(''),
  /** Those with one of these direct roles in an account; null means unknown. */
  roles: z.array(z.string().max(100).nullable()).max(20).optional(),
  /** Those with this kind of access to an account; with `roles`, to the same one. */
  scopes: z.array(memberScope).max(4).optional(),
  /** Those with an address of this domain, as far as it is known or Amazon shows it. */
  domain: z.string().trim().toLowerCase().min(1).max(254).optional(),
  /** Those whose address is certain, probable or unknown; see `memberPerson`. */
  certainty: addressCertainty.optional(),
  /** Those with access to an account in one of these groups, by ID; with `roles` or `scopes`, with that access. */
  groups: z.array(groupId).max(1000).optional(),
  sort: peopleSort.default('maskedEmail'),
  descending: z.boolean().default(false),
};

/**
 * Who has access to the accounts, what is known about single people, and which address is behind a user ID. Nothing here calls
 * Amazon.
 */
export const peopleChannels = {
  /** A page of everybody who has access to an account that a connection reaches, one row for each user ID. */
  'people.list': {
    input: z.strictObject({ ...peopleFilter, ...page }),
    output: z.object({ people: z.array(memberPerson), total: z.number(), coverage: peopleCoverage }),
  },
  /**
   * Every account that lists a user ID, by name, and those that no longer do. An account that two connections reach is listed once.
   * Empty if no list shows the ID.
   */
  'people.access': {
    input: memberPersonRef.strict(),
    output: z.object({
      access: z.array(accountMember),
      coverage: peopleCoverage,
      /** How the user ID got in, where an accepted invitation to its certain or probable address shows that. */
      invitations: z.array(memberInvitation),
      /** What colleagues' apps saw and this one didn't, the latest first; at most 100. */
      colleaguesEvents: z.array(colleagueMemberEvent),
    }),
  },
  /** The addresses behind members, to invite them again; those that no list shows, or listed, are left out. */
  'people.addresses': {
    input: z.strictObject({ members: z.array(memberRef).max(maxSelected) }),
    output: z.object({ addresses: z.array(memberAddress) }),
    maxInputBytes: 16 * 1_048_576,
  },
  /** The domains of those with access, the most frequent first, as many as fit in a list. */
  'people.domains': { input: nothing, output: z.object({ domains: z.array(z.string()) }) },
  /** The accounts that a connection reaches, by name, each once: the columns of the matrix. */
  'people.accounts': {
    input: nothing,
    output: z.object({ accounts: z.array(matrixAccount) }),
  },
  /** What these user IDs have, or are invited to, in each account: cells of the matrix. Empty ones are omitted. */
  'people.cells': {
    input: z.strictObject({
      people: z.array(memberPersonRef.strict()).max(100, 'Ask about at most 100 people at a time.'),
    }),
    output: z.object({ cells: z.array(matrixCell) }),
  },
  /**
   * Shows a save dialog and writes the access of everybody who matches, on all pages. `list`: one row for each user ID and account;
   * `matrix`: one row for each user ID, with a column for each account. `saved`: false when the person canceled.
   */
  'people.export': {
    input: z.strictObject({
      ...peopleFilter,
      /** Only accounts whose name or ID contains this; empty: all. */
      accountSearch: z.string().max(200).default(''),
      layout: z.enum(['list', 'matrix']),
      format: z.enum(['csv', 'xlsx']),
    }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional(), people: z.number() }),
  },
  /**
   * Everything stored about one address, in whatever case it was written: the names it stood with, the newest first, what it has
   * in each account, and the rows of batches in which it stands. What was done about it is in `activity.list` and
   * `outbox.operations`. An address about which nothing is known has empty lists. Asks Amazon nothing.
   */
  'people.details': {
    input: z.strictObject({ emailAddress: z.string().trim().min(1).max(254) }),
    output: z.object({
      names: z.array(z.string()),
      access: z.array(personAccess),
      /** Whether there are older invitations than those listed. */
      moreInvitations: z.boolean(),
      /** The newest batch first, as many as fit on a screen, and how many there are in all. */
      rows: z.array(personRow),
      totalRows: z.number(),
    }),
  },
  /** Finds people, members, batches and runs by a few letters, at most eight of each; a newer question ends an older one early. */
  'people.find': {
    input: z.strictObject({ search: z.string().trim().min(1).max(200) }),
    output: z.object({
      people: z.array(foundPerson),
      members: z.array(foundMember),
      batches: z.array(foundBatch),
      runs: z.array(foundRun),
    }),
  },
  /**
   * Who is behind a user ID of a realm: the address, how certain that is, and what it is concluded from. It is one person in all
   * accounts of the realm that list the user ID. A user ID that no account lists, or listed, is NOT_FOUND.
   */
  'people.identity': {
    input: memberPersonRef.strict(),
    output: identity,
  },
  /**
   * Keeps a decision about who is behind a user ID; it holds in every account of the realm that lists the user ID, survives
   * refreshes, and `undo` reverts it. A decision that stands already changes nothing. Refused with INVALID_INPUT: an address
   * that isn't whole, a confirmation while another address is confirmed, and an `undo` of nothing. Then nothing is kept.
   */
  'people.decide': {
    input: memberPersonRef
      .extend({ emailAddress: z.string().trim().min(1).max(254), kind: identityDecision })
      .strict(),
    output: nothing,
  },
  /**
   * A page of those with access who, with certainty or probably, have an address that isn't in the directory file, or isn't
   * active in it; by address. Empty without a file. Somebody of whom the file doesn't say whether they are active isn't listed.
   */
  'people.orphans': {
    input: z.strictObject({
      /** Only addresses of domains that the file has; others may belong to another organization. */
      ownDomains: z.boolean().default(false),
      ...page,
    }),
    output: z.object({
      file: directoryFile.nullable(),
      orphans: z.array(orphan),
      total: z.number(),
      /** How many `ownDomains` leaves out, or would. */
      otherDomains: z.number(),
      /** How many user IDs with access can't be compared, because their address is unknown or only possible; 0 without a file. */
      unidentified: z.number(),
      coverage: peopleCoverage,
    }),
  },
  /**
   * What erasing a person's data would change: everything that is certainly theirs, how many rows of each kind, and what is open.
   * A subject without address and user ID is INVALID_INPUT.
   */
  'people.planErasure': {
    input: z.strictObject({ subject: erasureSubject }),
    output: erasurePlan,
  },
  /**
   * Replaces a person's address, name, mask, notes and identifiers everywhere by a pseudonym, keeps times, accounts and results, and
   * records that it was done. Only if the plan is still the agreed one; otherwise it answers with the new plan. Refused with
   * INVALID_INPUT without the word typed and while something is open, with NOT_FOUND if nothing is stored. Can't be undone.
   */
  'people.erase': {
    input: z.strictObject({
      subject: erasureSubject,
      agreed: erasurePlan,
      typed: z.string().max(40),
      /** Whether the team's store is to erase the person too, as soon as it can be used: for administrators of the team. */
      inTeam: z.boolean().optional(),
    }),
    output: z.discriminatedUnion('erased', [
      z.object({
        erased: z.literal(true),
        /** Of the pseudonym, under which the history stays. */
        emailAddress: z.string(),
      }),
      z.object({ erased: z.literal(false), plan: erasurePlan }),
    ]),
  },
  /** Whom colleagues erased and who is still named here, the latest first. Nothing is erased because of that. */
  'people.proposedErasures': {
    input: nothing,
    output: z.object({ proposals: z.array(proposedErasure) }),
  },
} satisfies AreaChannels<'people'>;
