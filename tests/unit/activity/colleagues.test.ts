import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createActivity } from '../../../main/activity/activity';
import { activityBench } from '../../support/benches/activityBench';
import { activityFact, learnFact, type LearnedFact } from '../../support/fixtures/colleagueFacts';

const bench = activityBench();
const { list, people } = bench;

const t = 1_700_000_000_000;

/** Two entries of this app and three of colleagues, in turns; the latest is a colleague's. */
function fiveEntries(): void {
  bench.record([
    { at: t, userName: 'Ann', emailAddress: 'ann@example.com', accountId: 'A' },
    { at: t + 20, userName: 'Bob', emailAddress: 'bob@example.com', accountId: 'A', action: 'revoke' },
  ]);
  learned(
    { userName: 'Cy', emailAddress: 'Cy@example.com', invitationId: 'inv-7' },
    { at: t + 10, person: 'cy@example.com' },
  );
  learned({ userName: 'Dee', action: 'revoke', result: 'failed' }, { at: t + 20, accountId: 'B' });
  learned(
    {
      userName: '',
      emailAddress: 'e***@example.com',
      action: 'removeMember',
      batchName: 'June',
      batchRow: 4,
    },
    { at: t + 30, userId: 'U-7', authorName: 'Cleo Marin' },
  );
}

const learned = (body: Record<string, unknown>, more: LearnedFact): void =>
  learnFact(bench.store.db, 'activity', activityFact(body), more);

describe('the activity of a team', () => {
  test('lists what colleagues did among what was done here, by time, with who and when it was learned', () => {
    fiveEntries();
    expect(people()).toEqual(['', 'Bob', 'Dee', 'Cy', 'Ann']);
    expect(list().entries.map(({ colleague }) => colleague?.name ?? null)).toEqual([
      ...['Cleo Marin', null, 'Ben Okafor', 'Ben Okafor', null],
    ]);
    expect(list({ source: 'colleagues', limit: 1 }).entries).toMatchObject([
      {
        action: 'removeMember',
        userId: 'U-7',
        runId: null,
        operationId: null,
        colleague: { learnedAt: t + 30 + 60_000, batch: { batchName: 'June', rowNumber: 4 } },
      },
    ]);
  });

  test.each([
    ['everyone', {}, ['', 'Bob', 'Dee', 'Cy', 'Ann']],
    ['what was done here', { source: 'own' }, ['Bob', 'Ann']],
    ['what colleagues did', { source: 'colleagues' }, ['', 'Dee', 'Cy']],
    ['an address, in any case', { emailAddress: 'CY@Example.com' }, ['Cy']],
    ['a member', { member: { realm: 'sandbox', userId: 'U-7' } }, ['']],
    ['an action', { actions: ['revoke'] }, ['Bob', 'Dee']],
    ['a result', { results: ['failed'] }, ['Dee']],
    ['an identity', { actor: 'Omar <omar@agency.example>' }, ['', 'Dee', 'Cy']],
    ['a time', { from: t + 10, to: t + 21 }, ['Bob', 'Dee', 'Cy']],
    ['a person’s name', { search: 'cY' }, ['Cy']],
    ['an invitation', { search: 'inv-7' }, ['Cy']],
    ['a colleague’s batch', { search: 'june' }, ['']],
    ['an account', { search: 'b', actions: ['revoke'], source: 'colleagues' }, ['Dee']],
    ['a batch of this app, in which colleagues have no part', { batch: { batchId: 'b-1' } }, []],
    ['what is nowhere', { search: '%' }, []],
  ] as const)('is narrowed by %s, and each page has the same total', (_name, filter, found) => {
    fiveEntries();
    expect(people(filter)).toEqual(found);
    for (let offset = 0; offset <= found.length + 1; offset += 1) {
      const page = list({ ...filter, limit: 1, offset });
      expect(page.total).toBe(found.length);
      expect(page.entries.map(({ userName }) => userName)).toEqual(found.slice(offset, offset + 1));
    }
  });

  test('is saved with a column for the colleague and one for when it was learned', async () => {
    fiveEntries();
    const folder = mkdtempSync(join(tmpdir(), 'amc-activity-'));
    const activity = createActivity(bench.store.db);
    try {
      const file = join(folder, 'activity.csv');
      expect(await activity.exportTo(file, {})).toBe(5);
      const lines = readFileSync(file, 'utf8').trim().split('\r\n');
      expect(lines[0]).toMatch(/From colleague,Learned \(UTC\)$/);
      expect(lines.map((line) => line.split(',').at(-2))).toEqual([
        ...['From colleague', 'Cleo Marin', '', 'Ben Okafor', 'Ben Okafor', ''],
      ]);
      expect(await activity.exportTo(file, { source: 'own' })).toBe(2);
      expect(await activity.exportTo(file, { source: 'colleagues', actions: ['revoke'] })).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
