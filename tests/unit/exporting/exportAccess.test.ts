import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import papaparse from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccountLabels } from '../../../main/access/labels/accountLabels';
import { writeRole } from '../../../main/access/members/memberFacts';
import { exportAccess } from '../../../main/exporting/access/exportAccess';
import { accessFileName } from '../../../main/exporting/access/accessWords';
import type { AccessExport } from '../../../main/exporting/request';
import { openForReading } from '../../../main/storage/database';
import { transaction } from '../../../main/storage/transaction';
import { invitationStored, membersListed } from '../../support/fixtures/knownPeople';
import { addAccount, addConnection, temporaryStore, type Store } from '../../support/fixtures/store';
import { readWorkbook } from '../../support/fixtures/workbook';

const realm = 'sandbox';
const now = Date.UTC(2026, 10, 29, 18);
const [first, second] = [Date.UTC(2026, 10, 28, 7, 9, 32), Date.UTC(2026, 10, 29, 7)];
const hostile = '=HYPERLINK("http://evil.example")';

let store: Store;
beforeEach(() => {
  store = temporaryStore();
  addConnection(store.db, 'c-1');
  for (const id of ['A1', 'A2', 'A3']) addAccount(store.db, 'c-1', id);
  membersListed(store.db, 'A1', first, { ann: 'ann@acme.example', [hostile]: '' });
  membersListed(store.db, 'A2', second, { ann: 'ann@acme.example', ben: 'b***@acme.example' });
  transaction(store.db, () =>
    writeRole(store.db, { realm, accountId: 'A1', userId: 'ann' }, { role: 'admin', beganAt: second, now }),
  );
  invitationStored(store.db, 'A3', 'ann@acme.example');
});
afterEach(() => {
  store.remove();
});

const path = (format: string): string => join(dirname(store.file), `access.${format}`);

/** As its own process does: beside the app, read-only. */
async function exported(
  request: Partial<AccessExport> & Pick<AccessExport, 'layout' | 'format'>,
): Promise<number> {
  const db = openForReading(store.file);
  try {
    return await exportAccess(db, {
      ...{ search: '', accountSearch: '', sort: 'userId', descending: false },
      ...{ file: path(request.format), now },
      ...request,
    });
  } finally {
    db.close();
  }
}

const csvRows = (): Record<string, string>[] =>
  papaparse.parse<Record<string, string>>(readFileSync(path('csv'), 'utf8').slice(1), {
    header: true,
    skipEmptyLines: true,
  }).data;

describe('access as a list', () => {
  test('has a row for each user ID and account, with how it is known and how old that is', async () => {
    expect(await exported({ layout: 'list', format: 'csv', search: 'ann' })).toBe(1);
    expect(csvRows()[0]).toEqual({
      'Listed as': 'ann@acme.example',
      Email: 'ann@acme.example',
      'How certain the email is': 'Certain',
      'User ID': 'ann',
      Account: 'Name of A1',
      'Account ID': 'A1',
      Group: '',
      Marketplace: expect.any(String) as unknown,
      Access: 'Direct',
      Role: 'Admin',
      'Role as of (UTC)': '2026-11-29 07:00:00',
      'Listed as of (UTC)': '2026-11-28 07:09:32',
      'Pending invitation': '',
      'Members as of (UTC)': '2026-11-28 07:09:32',
      Realm: realm,
      'Exported (UTC)': '2026-11-29 18:00:00',
      Shown: 'people with “ann”',
    });
    expect(
      csvRows()
        .slice(1)
        .map((row) => [row['Account ID'], row['Access'], row['Role']]),
    ).toEqual([
      ['A2', 'Direct', 'Unknown'],
      ['A3', 'Not listed', ''],
      // The account whose members nobody read.
      ['A3', 'Members were never read', ''],
    ]);
    expect(csvRows()[2]?.['Pending invitation']).toBe('Viewer');
  });

  test('turns no user ID into a formula', async () => {
    await exported({ layout: 'list', format: 'csv' });
    expect(csvRows().map((row) => row['User ID'])).toContain(`'${hostile}`);
  });

  test('is a workbook with the accounts and their ages, too', async () => {
    expect(await exported({ layout: 'list', format: 'xlsx', accountSearch: 'a3' })).toBe(3);
    const { Access = [], Accounts = [] } = readWorkbook(readFileSync(path('xlsx')));
    expect(Access.map((row) => row[0]?.text ?? '').slice(0, 3)).toEqual([
      'AMC access',
      'Shown: accounts with “a3”',
      'Exported: 2026-11-29 18:00:00 (UTC)',
    ]);
    expect(Accounts.map((row) => row.map((cell) => cell?.text ?? ''))[1]).toEqual(
      expect.arrayContaining(['Name of A3', 'Its members were never read']),
    );
  });
});

describe('access as a matrix', () => {
  test('has a column for each account, headed by its name, and the ages in the first row', async () => {
    expect(await exported({ layout: 'matrix', format: 'csv' })).toBe(3);
    const byAccount = csvRows().map((row) => [
      row['User ID'],
      row['Name of A1'],
      row['Name of A2'],
      row['Name of A3'],
    ]);
    expect(byAccount).toEqual([
      ['', '2026-11-28 07:09:32', '2026-11-29 07:00:00', ''],
      [`'${hostile}`, 'Role unknown', 'Inherited unknown', 'Not read'],
      ['ann', 'Admin', 'Role unknown', 'Pending viewer'],
      ['ben', 'Inherited unknown', 'Role unknown', 'Not read'],
    ]);
  });

  test('names accounts of the same name with their IDs', async () => {
    store.db.exec("UPDATE accounts SET name = 'Acme' WHERE account_id IN ('A1', 'A2')");
    await exported({ layout: 'matrix', format: 'csv' });
    expect(Object.keys(csvRows()[0] ?? {})).toEqual(
      expect.arrayContaining(['Acme (A1)', 'Acme (A2)', 'Name of A3']),
    );
  });
});

test('a group’s access has its accounts only, and those with access to them', async () => {
  const labels = createAccountLabels({ db: store.db, now: () => now, changed: () => undefined });
  labels.label({ accounts: [{ connectionId: 'c-1', accountId: 'A1' }], group: { name: 'Kettle & Co' } });
  const groups = labels.groups().map(({ groupId }) => groupId);
  expect(await exported({ layout: 'list', format: 'csv', groups })).toBe(2);
  expect(csvRows().map((row) => [row['User ID'], row['Account ID'], row['Group'], row['Shown']])).toEqual([
    [`'${hostile}`, 'A1', 'Kettle & Co', 'in group Kettle & Co'],
    ['ann', 'A1', 'Kettle & Co', 'in group Kettle & Co'],
  ]);
  expect(
    accessFileName({ search: '', accountSearch: '', groups }, () => 'Kettle & Co', { now, format: 'csv' }),
  ).toMatch(/^AMC access, in group Kettle Co, /);
});

test('a disk that takes no file leaves none, and says so', async () => {
  await expect(
    exported({ layout: 'list', format: 'csv', file: join(dirname(store.file), 'missing', 'access.csv') }),
  ).rejects.toMatchObject({ code: 'FILE_NOT_SAVED' });
  expect(readdirSync(dirname(store.file)).filter((name) => name.includes('access.csv'))).toEqual([]);
});

test('a file is named by what it holds', () => {
  expect(
    accessFileName(
      { search: '', roles: ['admin', null], domain: 'acme.example', accountSearch: ' Acme ' },
      (groupId) => `Name of ${groupId}`,
      { now, format: 'xlsx' },
    ),
  ).toMatch(
    /^AMC access, role admin or unknown, @acme\.example, accounts with Acme, \d{4}-\d\d-\d\d \d{4}\.xlsx$/,
  );
});
