import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireAccount, type KnownAccount } from '../../../main/access/accountAccess';
import { listInvitations } from '../../../main/access/invitations/invitations';
import { writeDecision } from '../../../main/access/ledger/decisions';
import { ledgerAddressesOf } from '../../../main/access/ledger/ledgerAddresses';
import { matrixAccounts } from '../../../main/access/matrix/matrixAccounts';
import { matrixCells } from '../../../main/access/matrix/matrixCells';
import { accessOfMember, listPeople } from '../../../main/access/members/listing/listPeople';
import { writeConclusions, writeSnapshot } from '../../../main/access/refresh/pendingSnapshot';
import { leaverPlan } from '../../../main/leavers/leaverPlan';
import { planSample } from '../../../main/sandbox/state/sample';
import { closeDatabase, openDatabase, type Database } from '../../../main/storage/database';
import { inTurns } from '../../../main/storage/stepwise';
import { transaction } from '../../../main/storage/transaction';
import { addAccount, addConnection } from '../../support/fixtures/store';
import { watchLoop } from '../loopBlocks';
import { writeViewers } from '../viewers';
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
export async function peopleQueries(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'amc-bench-people-'));
  const file = join(folder, 'access.db');
  const db = openDatabase(file);
  try {
    fill(db, Date.now());
    const addresses = await addressesOfEverybody(file);
    await ledgerAddressesOf(db).bringUpToDate();
    const page = { descending: false, limit: 50, offset: 0 };
    const invitations = (): unknown => listInvitations(db, { ...page, sort: 'expiresAt' }, Date.now());
    const everybody = (): unknown => listPeople(db, { ...page, sort: 'maskedEmail', search: '' });
    const found = (): unknown => listPeople(db, { ...page, sort: 'accounts', search: 'p12' });
    const hundred = Array.from({ length: 100 }, (_, each) => ({ realm, userId: `u-${String(each)}` }));
    const one = (): unknown => accessOfMember(db, { realm, userId: 'u-17' });
    return [
      row('a page of people over 12,000 memberships, in main, 95 of 100', everybody, invitations),
      {
        ...row('the cells of 100 people in the matrix, in main, 95 of 100', () => matrixCells(db, hundred)),
        target: { atMost: 50 },
      },
      {
        ...row('the accounts of the matrix, in main, 95 of 100', () => matrixAccounts(db)),
        target: { atMost: 50 },
      },
      row('people found by letters, in main, 95 of 100', found, invitations),
      { ...row('all accounts of one user ID, in main, 95 of 100', one), target: { atMost: 50 } },
      await leaverPlans(db),
      addresses,
    ];
  } finally {
    closeDatabase(db);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The longest block of main's event loop while the addresses behind all user IDs are concluded for the first time. */
async function addressesOfEverybody(file: string): Promise<Measurement> {
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const db = openDatabase(file);
    const watched = watchLoop();
    await ledgerAddressesOf(db).bringUpToDate();
    values.push(watched.stop().maxOwnMs);
    db.close();
  }
  return { name: 'longest block by the addresses of everybody', unit: 'ms', values, target: { atMost: 50 } };
}

/** The longest block of main's event loop while the plan of a leaver is made many times. */
async function leaverPlans(db: Database): Promise<Measurement> {
  const subject = { emailAddresses: ['p17@client.example'], members: [{ realm, userId: 'u-17' }] };
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const watched = watchLoop();
    for (let round = 0; round < rounds; round += 1) await inTurns(leaverPlan(db, subject));
    values.push(watched.stop().maxOwnMs);
  }
  return { name: 'longest block by the plan of a leaver', unit: 'ms', values, target: { atMost: 50 } };
}

function fill(db: Database, now: number): void {
  addConnection(db, connectionId, realm);
  // Half of the others were confirmed.
  for (let number = 1; number < people; number += 4) {
    const key = `p${String(number)}@client.example`;
    writeDecision(db, { realm, userId: `u-${String(number)}`, key }, 'same', now);
  }
  const sample = planSample({ seed: 1, accounts, invitations: accounts * membersEach }, now);
  sample.accounts.forEach(({ accountId }, index) => {
    const numbers = Array.from({ length: membersEach }, (_, each) => (index * 7 + each * 13) % people);
    transaction(db, () => {
      addAccount(db, connectionId, accountId, realm);
      writeViewers(db, { realm, accountId }, numbers, now);
      const entries = sample.invitations
        .filter((invitation) => invitation.accountId === accountId)
        .map(({ email, ...invitation }) => ({ ...invitation, emailAddress: email }));
      const known = requireAccount(db, { connectionId, accountId });
      writeSnapshot(db, known, { entries, unreadable: 0, beganAt: now });
      acceptSome(db, known, numbers, now);
    });
  });
}

/** Every other member was invited, and accepted. */
function acceptSome(db: Database, account: KnownAccount, numbers: readonly number[], now: number): void {
  const entries = numbers.filter(isEven).map((number) => ({
    invitationId: `accepted-${account.accountId}-${String(number)}`,
    emailAddress: `p${String(number)}x@client.example`,
    ...{ userName: 'Pat Reed', role: 'viewer', createdBy: 'Dana', createdAt: now - 1000, expiresAt: now },
  }));
  writeSnapshot(db, account, { entries, unreadable: 0, beganAt: now - 2 });
  const accepted = new Map(
    entries.map(({ invitationId }) => [invitationId, { state: 'accepted', evidence: 'user' }] as const),
  );
  writeConclusions(db, account, { entries: [], unreadable: 0, beganAt: now }, accepted);
}

const isEven = (number: number): boolean => number % 2 === 0;

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
