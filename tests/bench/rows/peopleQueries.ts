import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireAccount } from '../../../main/access/accountAccess';
import { listInvitations } from '../../../main/access/invitations';
import { accessOfMember, listPeople } from '../../../main/access/members/listPeople';
import { writeListings, writeRole } from '../../../main/access/members/memberFacts';
import { writeSnapshot } from '../../../main/access/refresh/pendingSnapshot';
import { leaverPlan } from '../../../main/leavers/leaverPlan';
import { planSample } from '../../../main/sandbox/state/sample';
import { closeDatabase, openDatabase, type Database } from '../../../main/storage/database';
import { transaction } from '../../../main/storage/transaction';
import { addAccount, addConnection } from '../../support/fixtures/store';
import type { Measurement } from '../results/results';
import { percentile } from '../results/statistics';

const accounts = 300;
const membersEach = 40;
const people = 2_000;
const runs = 5;
const rounds = 20;
const [connectionId, realm] = ['bench', 'amazon'];

/**
 * How long main is blocked by a page of everybody with access to 300 accounts with 40 members each. The baseline is a page of the
 * list of invitations over the same number of rows.
 */
export function peopleQueries(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'amc-bench-people-'));
  const db = openDatabase(join(folder, 'access.db'));
  try {
    fill(db, Date.now());
    const page = { descending: false, limit: 50, offset: 0 };
    const invitations = (): unknown => listInvitations(db, { ...page, sort: 'expiresAt' }, Date.now());
    const everybody = (): unknown => listPeople(db, { ...page, sort: 'maskedEmail', search: '' });
    const found = (): unknown => listPeople(db, { ...page, sort: 'accounts', search: 'p12' });
    const one = (): unknown => accessOfMember(db, { realm, userId: 'u-17' });
    const leaver = (): unknown =>
      leaverPlan(db, { emailAddresses: ['p17@client.example'], members: [{ realm, userId: 'u-17' }] });
    return Promise.resolve([
      row('a page of people over 12,000 memberships, in main, 95 of 100', everybody, invitations),
      row('people found by letters, in main, 95 of 100', found, invitations),
      { ...row('all accounts of one user ID, in main, 95 of 100', one), target: { atMost: 50 } },
      { ...row('the plan of a leaver, in main, 95 of 100', leaver), target: { atMost: 50 } },
    ]);
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(db: Database, now: number): void {
  addConnection(db, connectionId, realm);
  const sample = planSample({ seed: 1, accounts, invitations: accounts * membersEach }, now);
  sample.accounts.forEach(({ accountId }, index) => {
    const numbers = Array.from({ length: membersEach }, (_, each) => (index * 7 + each * 13) % people);
    transaction(db, () => {
      addAccount(db, connectionId, accountId, realm);
      const users = numbers.map((number) => ({
        userId: `u-${String(number)}`,
        emailAddress: `p${String(number)}***@client.example`,
      }));
      writeListings(db, { realm, accountId }, [{ list: 'direct', beganAt: now, users, unreadable: 0 }], now);
      for (const { userId } of users) {
        writeRole(db, { realm, accountId, userId }, { role: 'viewer', beganAt: now, now });
      }
      const entries = sample.invitations
        .filter((invitation) => invitation.accountId === accountId)
        .map(({ email, ...invitation }) => ({ ...invitation, emailAddress: email }));
      const known = requireAccount(db, { connectionId, accountId });
      writeSnapshot(db, known, { entries, unreadable: 0, beganAt: now });
    });
  });
}

/** With a baseline: alternately, and at most twice as long. */
function row(name: string, query: () => unknown, baseline?: () => unknown): Measurement {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    values.push(slowest(query));
    if (baseline !== undefined) baselines.push(slowest(baseline));
  }
  return { name, unit: 'ms', values, ...(baseline === undefined ? {} : { baselines, target: { times: 2 } }) };
}

/** The 95th percentile of a run. */
function slowest(query: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    query();
    times.push(performance.now() - startedAt);
  }
  return percentile(times, 95);
}
