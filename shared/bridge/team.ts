import { z } from 'zod';
import { accountRef } from '../domain/account/account';
import { soloOffer } from '../domain/team/soloOffer';
import { teamDouble, typedReason } from '../domain/team/teamDouble';
import { barringClaim, claimDecisions, claimSettlement } from '../domain/team/barringClaim';
import { errorBody } from '../errorBody';
import { sharableAccount, sharedAccountRef } from '../domain/team/sharableAccount';
import { storeAddress } from '../domain/team/storeAddress';
import { storeTest } from '../domain/team/storeTest';
import { teamRule, teamRules } from '../domain/team/teamRules';
import { openChanges, teamStatus } from '../domain/team/teamStatus';
import type { AreaChannels } from './channelSpec';
import { nothing } from './common';

/** A login to a store. A file of authorities has to come from `team.chooseCaFile`, or be the one in use. */
const login = z.strictObject({
  address: storeAddress,
  password: z.string().min(1, 'Enter the password.').max(1000, 'Use at most 1,000 characters.'),
});

const accounts = z.strictObject({ accounts: z.array(sharedAccountRef).min(1).max(5000) });

/** An operation that a colleague’s claim kept from being sent. */
const barred = z.strictObject({ operationId: z.number().int() });

/** The team whose store decides who may change shared accounts. Of these, `settleClaim` alone calls Amazon, and only reads. */
export const teamChannels = {
  /** The team this installation belongs to; null without one. Answers without asking the store. */
  'team.status': { input: nothing, output: z.object({ team: teamStatus.nullable() }) },
  /** Shows an open dialog; null if the person canceled. */
  'team.chooseCaFile': { input: nothing, output: z.object({ caFile: z.string().nullable() }) },
  /**
   * Tests a connection step by step; what is wrong is part of the result. A server that wasn't used before is confirmed in a
   * system dialog first, or it is NOT_CONFIRMED, as in `setUp` and `join`.
   */
  'team.test': { input: login, output: storeTest },
  /** Sets up a new database for a team, or brings it up to date, for a team administrator. */
  'team.setUp': {
    input: login.extend({
      teamName: z.string().trim().min(1, 'Enter the team’s name.').max(80, 'Use at most 80 characters.'),
      displayName: z.string().trim().min(1, 'Enter your name.').max(80, 'Use at most 80 characters.'),
    }),
    output: z.object({}),
  },
  /** Joins the team, or changes how its store is reached. The password goes to the keychain. Nothing is shared yet. */
  'team.join': { input: login, output: z.object({}) },
  /**
   * Forgets the team and the password. What was done stays in history. What isn't ended in shared accounts is no longer agreed on
   * with anybody: `open` is what the person saw of it, and TEAM_REFUSED if there is more by now.
   */
  'team.leave': { input: z.strictObject({ open: openChanges }), output: z.object({}) },
  /** Every account that can be shared. `error`: why it isn't known what colleagues share. */
  'team.accounts': {
    input: nothing,
    output: z.object({ accounts: z.array(sharableAccount), error: errorBody.nullable() }),
  },
  /** Changes in these accounts follow the team's rules from now on. */
  'team.share': { input: accounts, output: z.object({}) },
  /** Changes here no longer follow the team's rules. What a colleague shared stays shared for them. */
  'team.unshare': { input: accounts, output: z.object({}) },
  /** What holds for everybody of the team, as last heard; null without a team. Answers without asking the store. */
  'team.rules': { input: nothing, output: z.object({ rules: teamRules.nullable() }) },
  /**
   * Adds a version of the rules after the one that the person saw, for a team administrator. What gets looser is confirmed in a
   * system dialog first, or it is NOT_CONFIRMED. TEAM_REFUSED if there is another version meanwhile.
   */
  'team.setRules': {
    input: z.strictObject({ rule: teamRule, basedOn: z.int().min(0) }),
    output: z.object({}),
  },
  /** The shared accounts as connections of this app reach them. */
  'team.sharedAccounts': { input: nothing, output: z.object({ accounts: z.array(accountRef) }) },
  /** What can be decided about a run whose changes wait; null unless the team’s database is away. */
  'team.soloOffer': {
    input: z.strictObject({ runId: z.number().int() }),
    output: z.object({ offer: soloOffer.nullable() }),
  },
  /**
   * Lets what waits of a run in shared accounts be sent while the team’s database is away, where the last known rules allow it.
   * `version` and `count`: as the person saw them; TEAM_REFUSED if that isn’t so any longer.
   */
  'team.sendSolo': {
    input: z.strictObject({
      runId: z.number().int(),
      version: z.int().min(0),
      count: z.int().min(1),
      reason: typedReason,
    }),
    output: z.object({}),
  },
  /** Who was invited twice since one invitation was sent without the team, and neither is gone or was left deliberately. */
  'team.doubles': { input: nothing, output: z.object({ doubles: z.array(teamDouble) }) },
  /** Leaves both invitations, for a reason that the team reads. */
  'team.dismissDouble': {
    input: z.strictObject({ soloId: z.uuid(), otherId: z.uuid(), reason: typedReason }),
    output: z.object({}),
  },
  /** What bars a change that failed with CLAIMED_ELSEWHERE, as the store says now; null: nothing any longer. */
  'team.barredBy': { input: barred, output: z.object({ claim: barringClaim.nullable() }) },
  /**
   * Settles the claim of an app that is gone, as far as Amazon’s lists show how its change ended. Sends nothing. `done` and `notDone`
   * count only where the lists, read again, don’t show enough.
   */
  'team.settleClaim': { input: barred.extend({ decision: z.enum(claimDecisions) }), output: claimSettlement },
} satisfies AreaChannels<'team'>;
