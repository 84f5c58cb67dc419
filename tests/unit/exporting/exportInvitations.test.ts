import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createAccountLabels } from '../../../main/access/labels/accountLabels';
import { exportInvitations } from '../../../main/exporting/invitations/exportInvitations';
import type { InvitationsExport } from '../../../main/exporting/request';
import { openForReading } from '../../../main/storage/database';
import { matching } from '../../support/fixtures/matching';
import { day, listed, listing, one, readingBench, start } from '../../support/benches/readingInvitations';
import { addAccount } from '../../support/fixtures/store';
import { readWorkbook } from '../../support/fixtures/workbook';

const bench = readingBench();
const hostile = `=HYPERLINK("http://evil.example","x")`;

const path = (format: string): string => join(dirname(bench.store.file), `export.${format}`);

async function filled(): Promise<void> {
  addAccount(bench.store.db, 'c-1', 'ENTITY1');
  addAccount(bench.store.db, 'c-2', 'ENTITY1');
  addAccount(bench.store.db, 'c-1', 'ENTITY2');
  bench.listReply = listing(
    listed('i-1'),
    listed('i-2', { user: { emailAddress: 'mia@example.com', userName: hostile } }),
    listed('i-3', { permissionSet: { role: { name: 'admin' } }, expiration: (start + 2 * day) / 1000 }),
  );
  await bench.refreshAt(start);
  bench.listReply = () => ({ status: 400 });
  await bench.access.refreshInvitations([{ connectionId: 'c-1', accountId: 'ENTITY2' }]);
}

/** As its own process does: beside the app, read-only. */
async function exported(
  request: Partial<InvitationsExport> & Pick<InvitationsExport, 'format'>,
): Promise<number> {
  const db = openForReading(bench.store.file);
  try {
    return await exportInvitations(db, {
      sort: 'emailAddress',
      descending: false,
      file: path(request.format),
      now: start + day,
      ...request,
    });
  } finally {
    db.close();
  }
}

const csvRows = (): Record<string, string>[] => {
  const text = readFileSync(path('csv'), 'utf8');
  expect(text.startsWith('\uFEFFEmail,Person,')).toBe(true);
  return papaparse.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
};

describe('invitations as CSV', () => {
  test('every row shows everything known, how old it is, and what the file contains', async () => {
    await filled();
    const labels = createAccountLabels({ db: bench.store.db, now: () => start, changed: () => undefined });
    labels.label({ accounts: [one], group: { name: 'Copper & Co' } });
    expect(await exported({ format: 'csv', accounts: [one], states: ['pending'] })).toBe(3);
    expect(csvRows()[0]).toEqual({
      Email: 'i-1@example.com',
      Person: 'Name i-1',
      Role: 'Viewer',
      State: 'Pending',
      Instances: '',
      'How the state is known': 'Amazon lists it',
      'State since (UTC)': '2025-11-24 16:00:00',
      'Expires (UTC)': '2025-12-08 16:00:00',
      'Created (UTC)': '2025-11-24 16:00:00',
      'Invited by': 'dana@example.com',
      Account: 'Name of ENTITY1',
      'Account ID': 'ENTITY1',
      Group: 'Copper & Co',
      'As of (UTC)': '2025-11-24 16:00:00',
      'Invitation ID': 'i-1',
      Realm: 'sandbox',
      'Exported (UTC)': '2025-11-25 16:00:00',
      Shown: 'Pending; Name of ENTITY1',
    });
  });

  test('follows the filter and the order, and turns no name into a formula', async () => {
    await filled();
    expect(await exported({ format: 'csv', sort: 'userName', descending: true, roles: ['viewer'] })).toBe(2);
    expect(csvRows().map((row) => row['Person'])).toEqual(['Name i-1', `'${hostile}`]);
    expect(await exported({ format: 'csv', expiresWithinDays: 3 })).toBe(1);
    expect(csvRows()).toMatchObject([{ Email: 'i-3@example.com', Shown: 'expiring within 3 days' }]);
  });

  test('of nothing has only its headings', async () => {
    await filled();
    expect(await exported({ format: 'csv', search: 'nobody' })).toBe(0);
    expect(csvRows()).toEqual([]);
  });
});

describe('invitations as a workbook', () => {
  test('says what it shows, and has text as text, times as times, and the accounts with their age', async () => {
    await filled();
    expect(await exported({ format: 'xlsx', states: ['pending'] })).toBe(3);
    const { Invitations = [], Accounts = [] } = readWorkbook(readFileSync(path('xlsx')));
    expect(Invitations.slice(0, 3).map(([cell]) => cell?.text)).toEqual([
      'AMC invitations',
      'Shown: Pending',
      'Exported: 2025-11-25 16:00:00 (UTC)',
    ]);
    const [headings = [], ...rows] = Invitations.slice(4);
    const column = (name: string): number => headings.findIndex((cell) => cell?.text === name);
    expect(rows.map((row) => row[column('Email')]?.text)).toEqual([
      'i-1@example.com',
      'i-3@example.com',
      'mia@example.com',
    ]);
    expect(rows[2]?.[column('Person')]).toEqual({ kind: 'text', text: hostile });
    expect(rows[0]?.[column('Expires (UTC)')]).toMatchObject({ kind: 'number' });
    expect(Invitations.flat().filter((cell) => cell?.kind === 'formula')).toEqual([]);
    expect(Accounts.slice(1).map((row) => row.map((cell) => cell?.text ?? null))).toEqual([
      ['Name of ENTITY1', 'ENTITY1', null, 'M', '3', matching(/^\d+\.\d+$/), null, 'sandbox'],
      ['Name of ENTITY2', 'ENTITY2', null, 'M', '0', null, matching(/Amazon didn’t accept/), 'sandbox'],
    ]);
  });

  test('of one connection has the accounts that it reaches', async () => {
    await filled();
    expect(await exported({ format: 'xlsx', connections: ['c-2'] })).toBe(3);
    const { Invitations = [], Accounts = [] } = readWorkbook(readFileSync(path('xlsx')));
    expect(Invitations[1]?.[0]?.text).toBe('Shown: reached through Label of c-2');
    expect(Accounts.slice(1).map((row) => row[1]?.text)).toEqual(['ENTITY1']);
  });

  test('survives characters XML does not allow', async () => {
    await filled();
    bench.listReply = listing(
      listed('i-9', { user: { emailAddress: 'odd@example.com', userName: 'A\u0007\u0008B <&"> 👩‍💻 ]]>' } }),
    );
    await bench.refreshAt(start + day);
    await exported({ format: 'xlsx', search: 'odd@' });
    const cells = readWorkbook(readFileSync(path('xlsx')))['Invitations']?.flat() ?? [];
    expect(cells.map((cell) => cell?.text)).toContain('AB <&"> 👩‍💻 ]]>');
  });
});

test('an unknown account is reported, and no file is left', async () => {
  await filled();
  const unknown = { connectionId: 'c-1', accountId: 'NOWHERE' };
  await expect(exported({ format: 'csv', accounts: [unknown] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(readdirSync(dirname(path('csv'))).filter((name) => name.includes('export'))).toEqual([]);
});

test('5,000 invitations fit into either format', async () => {
  await filled();
  bench.store.db.exec(`
    WITH RECURSIVE many (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM many WHERE value < 4997)
    INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
      created_at, expires_at, first_seen_at, last_seen_at, state_changed_at, evidence)
    SELECT 'sandbox', 'ENTITY1', 'many-' || value, 'p' || value || '@example.com', 'Person ' || value, 'viewer',
      'pending', 'dana@example.com', ${start}, ${start + day}, ${start}, ${start}, ${start}, 'listed'
    FROM many`);
  expect(await exported({ format: 'csv' })).toBe(5000);
  expect(await exported({ format: 'xlsx' })).toBe(5000);
  expect(csvRows()).toHaveLength(5000);
});
