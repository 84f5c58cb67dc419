import { describe, expect, test } from 'vitest';
import {
  accessLine,
  fileText,
  leftOutText,
  orphansText,
} from '../../../../renderer/features/people/orphans/orphansText';
import type { DirectoryFile } from '../../../../shared/domain/person/directory';
import type { AccountMember } from '../../../../shared/domain/person/memberPerson';

const file: DirectoryFile = {
  ...{ fileName: 'users.csv', source: 'okta', importedAt: new Date(2026, 10, 28, 14, 5).getTime() },
  ...{ people: 1200, inactive: 12, leftOut: [] },
};

describe('a directory file', () => {
  test('is described by its source, when it was imported and who is in it', () => {
    expect(fileText(file)).toBe(
      'from Okta, imported Nov 28, 2026, 14:05: 1,200 people, 12 of them not active.',
    );
    // Nothing is claimed of those whose status the file doesn't say.
    expect(fileText({ ...file, source: 'microsoft365', people: 1, inactive: 0 })).toBe(
      'from the Microsoft 365 admin center, imported Nov 28, 2026, 14:05: 1 person, none listed as not active.',
    );
  });

  test('names how many rows were left out and why, and nothing if none were', () => {
    expect(leftOutText(file)).toBeNull();
    expect(leftOutText({ ...file, leftOut: [{ reason: 'noAddress', count: 1 }] })).toBe(
      '1 row left out: 1 without an address.',
    );
    const leftOut: DirectoryFile['leftOut'] = [
      { reason: 'aboveHeader', count: 2 },
      { reason: 'notAnAddress', count: 1 },
      { reason: 'duplicate', count: 3 },
    ];
    expect(leftOutText({ ...file, leftOut })).toBe(
      '6 rows left out: 2 above the column headers, 1 without a usable address, and 3 already listed.',
    );
  });
});

test('the access to an account is named by its role; if that is unknown, by what is known', () => {
  const line = (part: Pick<AccountMember, 'role' | 'scope'>): string =>
    accessLine({ accountName: 'Northwind', ...part } as AccountMember);
  expect(line({ role: 'admin', scope: 'direct' })).toBe('Northwind: Admin');
  expect(line({ role: null, scope: 'inherited' })).toBe('Northwind: Inherited');
  expect(line({ role: null, scope: 'direct' })).toBe('Northwind: Role unknown');
});

test('what isn’t shown is counted', () => {
  expect(orphansText.unidentified(1)).toBe(
    '1 user ID couldn’t be compared: its address isn’t known well enough.',
  );
  expect(orphansText.unidentified(2)).toMatch(/^2 user IDs couldn’t be compared: their addresses/);
  expect([orphansText.hidden(1), orphansText.hidden(0)]).toEqual([
    expect.stringMatching(/^Hides 1 person at/),
    expect.stringMatching(/None are hidden now\.$/),
  ]);
});
