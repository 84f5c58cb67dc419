import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDirectory, type ReadDirectory } from '../../../../../main/access/ledger/directory/readDirectory';
import { readTable } from '../../../../../main/batches/tables/readTable';
import { writeTable } from '../../../../../main/batches/tables/writeTable';
import { CodedError } from '../../../../../shared/errors';

const fixture = (name: string): string => join(import.meta.dirname, '../../../../fixtures/directories', name);
const read = async (name: string): Promise<ReadDirectory> =>
  readDirectory(await readTable({ file: fixture(name) }, {}));

/** Each address with what is stored of it, as `address name active`. */
const peopleIn = ({ addresses }: ReadDirectory): string[] =>
  [...addresses].map(([key, { address, name, active }]) => {
    expect(address).toBe(key);
    return [address, name || '–', active === null ? 'unknown' : active ? 'active' : 'inactive'].join(' ');
  });

const refusal = async (name: string): Promise<string> => {
  const error: unknown = await read(name).catch((thrown: unknown) => thrown);
  if (!(error instanceof CodedError)) throw new Error('Nothing was refused.');
  return `${error.code} ${error.message}`;
};

const fromEntra = [
  'rosa.lind@agency.example Rosa Lind active',
  'rosa@agency.example Rosa Lind active',
  'jorg@agency.example Jörg Müßig inactive',
  'lena@client.example Lena Ek active',
];

describe('an export of', () => {
  test.each([
    ['entra.csv', 'entra', fromEntra],
    ['entra-german-excel.csv', 'entra', fromEntra],
    [
      'microsoft-365.csv',
      'microsoft365',
      ['rosa@agency.example Rosa Lind active', 'jorg@agency.example Jörg Müßig inactive'],
    ],
    [
      'google-workspace.csv',
      'googleWorkspace',
      [
        'rosa@agency.example Rosa Lind active',
        'jorg@agency.example Jörg Müßig inactive',
        'zoe@agency.example Zoë Ørsted inactive',
        'omar@agency.example Omar Haddad unknown',
      ],
    ],
    [
      'google-workspace-without-notes.csv',
      'googleWorkspace',
      ['rosa@agency.example Rosa Lind active', 'jorg@agency.example Jörg Müßig inactive'],
    ],
    [
      'okta.csv',
      'okta',
      [
        'rosa@agency.example Rosa Lind active',
        'jorg.muessig@agency.example Jörg Müßig inactive',
        'jorg@agency.example Jörg Müßig inactive',
        'zoe@agency.example Zoë Ørsted active',
        'omar@agency.example Omar Haddad unknown',
      ],
    ],
    [
      'okta-labels.csv',
      'okta',
      ['rosa@agency.example Rosa Lind active', 'jorg@agency.example Jörg Müßig inactive'],
    ],
    [
      'okta-password-health.csv',
      'okta',
      [
        'rosa@agency.example Rosa Lind active',
        'jorg@agency.example Jörg Müßig inactive',
        'zoe@agency.example Zoë Ørsted active',
      ],
    ],
    [
      'okta-user-accounts.csv',
      'okta',
      ['rosa@agency.example Rosa Lind active', 'jorg@agency.example Jörg Müßig inactive'],
    ],
    [
      'slack.csv',
      'slack',
      [
        'rosa@agency.example Rosa Lind active',
        'jorg@agency.example Jörg Müßig inactive',
        'zoe@agency.example zoe active',
      ],
    ],
  ])('%s yields addresses, names and who is active, and nothing else', async (name, source, people) => {
    const found = await read(name);
    expect(found.source).toBe(source);
    expect(peopleIn(found)).toEqual(people);
    const stored = JSON.stringify([...found.addresses]);
    for (const other of ['555', 'Planner', 'private@home', 'SMTP', '00u', 'onmicrosoft', '****']) {
      expect(stored).not.toContain(other);
    }
  });

  test('an Excel workbook is read like a text file', async () => {
    const { rows } = await readTable({ file: fixture('slack.csv') }, {});
    const file = join(mkdtempSync(join(tmpdir(), 'amc-directory-')), 'slack.xlsx');
    await writeTable({ file, format: 'xlsx', rows });
    expect(peopleIn(readDirectory(await readTable({ file }, {})))).toEqual(peopleIn(await read('slack.csv')));
  });
});

describe('rows that are left out', () => {
  test.each([
    ['entra.csv', 3, 1, ['notAnAddress 2', 'noAddress 1']],
    ['google-workspace.csv', 4, 2, ['duplicate 1']],
    ['google-workspace-titled.csv', 4, 2, ['aboveHeader 2', 'duplicate 1']],
    ['slack.csv', 3, 1, ['noAddress 1']],
    ['okta.csv', 4, 1, []],
  ])('of %s are counted by reason, and people once', async (name, people, inactive, leftOut) => {
    const found = await read(name);
    expect([found.people, found.inactive]).toEqual([people, inactive]);
    expect(found.leftOut.map(({ reason, count }) => `${reason} ${String(count)}`)).toEqual(leftOut);
  });

  test('a person who is listed twice is active if one row says so', () => {
    const rows = (...statuses: string[]) => [
      ['username', 'email', 'status', 'userid'],
      ...statuses.map((status, at) => ['a', 'A@agency.example', status, String(at)]),
    ];
    const activeIn = (...statuses: string[]) => {
      const { addresses, inactive } = readDirectory({ fileName: 'slack.csv', rows: rows(...statuses) });
      return [addresses.get('a@agency.example')?.active, inactive];
    };
    expect(activeIn('Deactivated', 'Member')).toEqual([true, 0]);
    expect(activeIn('Member', 'Deactivated')).toEqual([true, 0]);
    expect(activeIn('Deactivated', 'Deactivated')).toEqual([false, 1]);
  });
});

describe('a file that is no known export', () => {
  test.each([
    ['entra-without-enabled.csv', /Microsoft Entra.*“accountEnabled”/],
    ['google-workspace-without-status.csv', /Google Workspace.*“Status \[READ ONLY\]”/],
    ['people.csv', /isn’t an export.*Microsoft Entra.*Google Workspace.*Okta.*Slack/],
    ['address-only.csv', /isn’t an export/],
    ['slack-nobody.csv', /no email address/],
  ])('%s is refused, saying what is missing', async (name, message) => {
    const text = await refusal(name);
    expect(text).toMatch(message);
    expect(text).toMatch(/^INVALID_INPUT /);
    expect(text).toContain(name);
  });
});
