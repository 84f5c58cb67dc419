import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../main/storage/database';

/**
 * Erasing a person's data is left out: it walks every table of `main/people/erasing/personalColumns.ts`, in any room, and
 * changes what names the person there and nothing else.
 */
interface Table {
  /** The one folder that writes it. */
  readonly owner: string;
  /** Files of other folders that write it, each for its own reason. */
  readonly writers?: readonly string[];
  /** Files of other folders that read it: the only SQL that joins tables of several rooms. */
  readonly readers?: readonly string[];
}

const tables: Readonly<Record<string, Table>> = {
  account_groups: { owner: 'main/access/labels' },
  account_labels: { owner: 'main/access/labels' },
  account_tags: { owner: 'main/access/labels' },
  accounts: {
    owner: 'main/access',
    readers: [
      'main/batches/checking/facts.ts',
      'main/batches/reading.ts',
      'main/batches/sending/sentRows.ts',
      'main/outbox/agreed/agreement.ts',
      'main/outbox/journal/calls.ts',
      'main/outbox/journal/find.ts',
      'main/outbox/journal/listOperations.ts',
      'main/outbox/journal/listRuns.ts',
      'main/outbox/journal/read.ts',
      'main/outbox/sending/paces/accountPaces.ts',
      'main/people/erasing/obstacles.ts',
      'main/people/erasing/personFacts.ts',
      'main/team/solo/doubles.ts',
    ],
  },
  activity: {
    owner: 'main/activity',
    readers: [
      'main/access/invitations/details.ts',
      'main/people/erasing/personFacts.ts',
      'main/people/retention/lastKnown.ts',
      'main/people/retention/retention.ts',
      'main/people/retention/traces.ts',
      'main/redeem/redeemedBefore.ts',
      'main/shell/logging/stateLogger.ts',
      'main/team/erasing/namedByRefs.ts',
      'main/team/erasing/refsOf.ts',
      'main/team/facts/kinds/activity.ts',
    ],
  },
  approval_rules: { owner: 'main/approvals' },
  baselines: { owner: 'main/outbox/journal' },
  batch_rows: {
    owner: 'main/batches',
    // A row is marked as sent in the transaction that takes its call live, or not at all.
    writers: ['main/outbox/agreed/staging.ts'],
    readers: [
      'main/outbox/journal/origins.ts',
      'main/people/erasing/obstacles.ts',
      'main/people/erasing/personFacts.ts',
      'main/people/retention/lastKnown.ts',
      'main/people/retention/traces.ts',
      'main/storage/origin.ts',
    ],
  },
  batch_sends: { owner: 'main/approvals', readers: ['main/activity/entries.ts'] },
  batches: {
    owner: 'main/batches',
    readers: [
      'main/outbox/journal/origins.ts',
      'main/people/erasing/obstacles.ts',
      'main/people/retention/lastKnown.ts',
      'main/people/retention/retention.ts',
      'main/people/retention/traces.ts',
      'main/storage/origin.ts',
    ],
  },
  colleague_keys: { owner: 'main/approvals', readers: ['main/people/retention/retention.ts'] },
  connections: {
    owner: 'main/connections',
    readers: [
      'main/access/accountAccess.ts',
      'main/access/bestConnection.ts',
      'main/access/instances/accessState.ts',
      'main/access/realmAccounts.ts',
      'main/batches/checking/facts.ts',
      'main/batches/sending/sentRows.ts',
      'main/people/erasing/obstacles.ts',
    ],
  },
  directory_file: { owner: 'main/access/ledger/directory' },
  directory_people: {
    owner: 'main/access/ledger/directory',
    readers: ['main/people/erasing/personFacts.ts'],
  },
  erasing: { owner: 'main/people/erasing' },
  erasures: { owner: 'main/people/erasing', readers: ['main/team/facts/kinds/erasure.ts'] },
  identity_decisions: {
    owner: 'main/access/ledger',
    readers: [
      'main/people/retention/lastKnown.ts',
      'main/people/retention/retention.ts',
      'main/people/retention/stalePeople.ts',
      'main/people/retention/traces.ts',
      'main/team/facts/kinds/confirmation.ts',
    ],
  },
  leaver_runs: { owner: 'main/leavers' },
  leavers: {
    owner: 'main/leavers',
    readers: [
      'main/people/erasing/personFacts.ts',
      'main/people/retention/retention.ts',
      'main/people/retention/traces.ts',
    ],
  },
  installations: { owner: 'main/approvals' },
  instance_lists: { owner: 'main/access/instances' },
  instances: { owner: 'main/access/instances' },
  instance_ticks: {
    owner: 'main/access/instances',
    readers: [
      'main/team/erasing/namedByRefs.ts',
      'main/team/erasing/refsOf.ts',
      'main/team/facts/kinds/instanceTick.ts',
    ],
  },
  import_mappings: { owner: 'main/batches', readers: ['main/people/retention/retention.ts'] },
  invitations: {
    owner: 'main/access',
    readers: [
      'main/batches/checking/facts.ts',
      'main/batches/rowStates.ts',
      'main/batches/sending/sentRows.ts',
      'main/outbox/journal/listOperations.ts',
      'main/outbox/journal/read.ts',
      'main/outbox/sending/lanes/alreadyInvited.ts',
      'main/people/erasing/obstacles.ts',
      'main/people/erasing/personFacts.ts',
      'main/people/retention/lastKnown.ts',
      'main/people/retention/traces.ts',
      'main/team/facts/kinds/invitation.ts',
      'main/team/membership/sharing.ts',
      'main/team/sending/localClaims.ts',
      'main/team/solo/doubles.ts',
      'main/team/solo/twoInvitations.ts',
    ],
  },
  keychain_entries: { owner: 'main/connections' },
  member_history: {
    owner: 'main/access/members',
    readers: [
      'main/access/colleagues/memberEvents.ts',
      'main/team/erasing/namedByRefs.ts',
      'main/team/facts/kinds/confirmation.ts',
      'main/team/facts/kinds/memberEvent.ts',
    ],
  },
  member_lists: { owner: 'main/access/members', readers: ['main/people/retention/lastKnown.ts'] },
  members: {
    owner: 'main/access/members',
    readers: [
      'main/access/colleagues/colleagueInvitations.ts',
      'main/access/instances/accessState.ts',
      'main/people/erasing/obstacles.ts',
      'main/people/erasing/personFacts.ts',
      'main/people/retention/lastKnown.ts',
      'main/people/retention/stalePeople.ts',
      'main/team/facts/kinds/confirmation.ts',
      'main/team/facts/kinds/memberEvent.ts',
      'main/team/membership/sharing.ts',
    ],
  },
  operation_origins: {
    owner: 'main/outbox',
    readers: ['main/activity/filter.ts', 'main/storage/origin.ts'],
  },
  operations: {
    owner: 'main/outbox',
    readers: [
      'main/access/invitations/details.ts',
      'main/access/invitations/invitationFilter.ts',
      'main/activity/entries.ts',
      'main/batches/checking/facts.ts',
      'main/batches/personRows.ts',
      'main/batches/rowStates.ts',
      'main/batches/rows.ts',
      'main/batches/sending/sentRows.ts',
      'main/people/erasing/obstacles.ts',
      'main/people/erasing/personFacts.ts',
      'main/people/erasing/planErasure.ts',
      'main/people/retention/lastKnown.ts',
      'main/people/retention/retention.ts',
      'main/people/retention/traces.ts',
      'main/team/erasing/namedByRefs.ts',
      'main/team/erasing/refsOf.ts',
      'main/team/membership/openChanges.ts',
      'main/team/sending/localClaims.ts',
      'main/team/solo/soloClaims.ts',
    ],
  },
  owner: { owner: 'main/storage' },
  planned_instances: {
    owner: 'main/access/instances',
    readers: ['main/team/facts/kinds/plannedInstances.ts'],
  },
  planned_revisions: {
    owner: 'main/access/instances',
    readers: ['main/team/facts/kinds/plannedInstances.ts'],
  },
  received_files: {
    owner: 'main/approvals',
    readers: [
      'main/people/retention/lastKnown.ts',
      'main/people/retention/retention.ts',
      'main/people/retention/traces.ts',
    ],
  },
  received_rows: {
    owner: 'main/approvals',
    readers: [
      'main/people/erasing/personFacts.ts',
      'main/people/retention/lastKnown.ts',
      'main/people/retention/traces.ts',
    ],
  },
  redeem_links: { owner: 'main/redeem' },
  removed_batch_rows: { owner: 'main/batches' },
  requests: {
    owner: 'main/outbox',
    readers: [
      'main/access/refusesChanges.ts',
      'main/batches/sending/estimate.ts',
      'main/batches/sending/sentRows.ts',
      'main/team/solo/soloClaims.ts',
    ],
  },
  runs: { owner: 'main/outbox', readers: ['main/batches/sending/sentRows.ts'] },
  staged_calls: {
    owner: 'main/outbox',
    readers: [
      'main/batches/lockedRows.ts',
      'main/people/erasing/obstacles.ts',
      'main/people/retention/retention.ts',
    ],
  },
  stagings: {
    owner: 'main/outbox',
    readers: ['main/batches/lockedRows.ts', 'main/people/erasing/obstacles.ts'],
  },
  team_accounts: { owner: 'main/team' },
  // What colleagues did is shown, and counts as known to who agrees to a change; no guard reads it.
  team_changes: {
    owner: 'main/team',
    readers: [
      'main/access/colleagues/claimedInvitations.ts',
      'main/access/colleagues/colleagueInvitations.ts',
      'main/outbox/journal/append.ts',
    ],
  },
  team_claims: {
    owner: 'main/team',
    readers: [
      'main/access/colleagues/claimedInvitations.ts',
      'main/access/colleagues/colleagueInvitations.ts',
    ],
  },
  team_doubles: { owner: 'main/team' },
  team_intents: { owner: 'main/team' },
  team_rules: { owner: 'main/team' },
  team_settlements: { owner: 'main/team', readers: ['main/outbox/journal/listOperations.ts'] },
  // What colleagues say is shown, and asked about; no guard reads it.
  team_facts: {
    owner: 'main/team/facts',
    readers: [
      'main/access/colleagues/colleagueDecisions.ts',
      'main/access/colleagues/invitationHistory.ts',
      'main/access/colleagues/memberEvents.ts',
      'main/access/instances/accessState.ts',
      'main/activity/merged/colleaguesEntries.ts',
      'main/activity/merged/listMerged.ts',
      'main/activity/merged/mergedSources.ts',
      'main/people/erasing/personFacts.ts',
      'main/team/erasing/namedByRefs.ts',
      'main/team/erasing/proposedErasures.ts',
      'main/team/erasing/refsOf.ts',
    ],
  },
  team_erasures: { owner: 'main/team' },
  team_refused_facts: { owner: 'main/team' },
  team_members: { owner: 'main/team' },
  team_pulled: { owner: 'main/team/facts' },
  team_pushed: { owner: 'main/team/facts' },
  team_starts: { owner: 'main/team' },
  teams: {
    owner: 'main/team',
    readers: [
      'main/access/colleagues/colleagueDecisions.ts',
      'main/access/colleagues/colleagueInvitations.ts',
      'main/access/instances/accessFacts.ts',
      'main/connections/secretLedger.ts',
    ],
  },
  sponsored_ads_agreements: { owner: 'main/access/instances' },
  unchanged_listings: { owner: 'main/access/refresh' },
  untracked_acceptances: { owner: 'main/access/instances' },
  ways_in: {
    owner: 'main/access',
    readers: [
      'main/activity/filter.ts',
      'main/batches/checking/facts.ts',
      'main/batches/reading.ts',
      'main/batches/rows.ts',
      'main/outbox/agreed/agreement.ts',
      'main/people/erasing/obstacles.ts',
    ],
  },
};

const writing = (table: string): RegExp =>
  new RegExp(String.raw`(INSERT(\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+${table}\b`);
const reading = (table: string): RegExp => new RegExp(String.raw`(FROM|JOIN)\s+${table}\b`);

/** Not the migrations, which created the tables, nor the sandbox, which has its own database. */
const files = readdirSync('main', { recursive: true, encoding: 'utf8' })
  .map((file) => join('main', file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !/^main\/(sandbox|storage\/migrations)\//.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

function filesWith(pattern: RegExp, owner: string): string[] {
  return files
    .filter(({ file, text }) => !file.startsWith(`${owner}/`) && pattern.test(text))
    .map(({ file }) => file)
    .sort();
}

describe('each table', () => {
  test('has an owner', () => {
    const db = openDatabase(':memory:');
    const named = db
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .all() as { name: string }[];
    db.close();
    expect(Object.keys(tables).sort()).toEqual(named.map(({ name }) => name));
  });

  test.each(Object.entries(tables))('%s is written only by its owner', (table, { owner, writers = [] }) => {
    expect(filesWith(writing(table), owner)).toEqual(writers);
    expect(files.some(({ file, text }) => file.startsWith(`${owner}/`) && writing(table).test(text))).toBe(
      true,
    );
  });

  test.each(Object.entries(tables))('%s is read only by the files named here', (table, facts) => {
    const { owner, readers = [], writers = [] } = facts;
    expect(filesWith(reading(table), owner).filter((file) => !writers.includes(file))).toEqual(readers);
  });
});
