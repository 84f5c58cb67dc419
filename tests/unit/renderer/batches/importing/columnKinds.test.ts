import { describe, expect, test } from 'vitest';
import {
  kindOf,
  withKind,
  type ColumnKind,
} from '../../../../../renderer/features/batches/importing/columns/columnKinds';
import type { ColumnMapping } from '../../../../../shared/domain/batch/batchImport';

const nothing: ColumnMapping = {
  ...{ account: null, emailAddress: null, moreAddresses: [], userName: null },
  ...{ givenName: null, familyName: null, role: null, note: null, instances: null },
};
const mapped = (...steps: readonly (readonly [number, ColumnKind])[]): ColumnMapping =>
  steps.reduce((mapping, [column, kind]) => withKind(mapping, column, kind), nothing);

describe('what a column is', () => {
  test.each([
    'account',
    'emailAddress',
    'userName',
    'givenName',
    'familyName',
    'role',
    'note',
    null,
  ] as const)('becomes %s', (kind) => {
    const mapping = mapped([3, 'note'], [3, kind]);
    expect(kindOf(mapping, 3)).toBe(kind);
    expect(
      Object.values(mapping)
        .flat()
        .filter((column) => column === 3),
    ).toHaveLength(kind === null ? 0 : 1);
  });

  test('moves to another column, and the first is left out', () => {
    const mapping = mapped([1, 'emailAddress'], [2, 'emailAddress']);
    expect([kindOf(mapping, 1), kindOf(mapping, 2)]).toEqual([null, 'emailAddress']);
  });

  test('is a full name or its parts, never both', () => {
    expect(mapped([1, 'userName'], [2, 'givenName'], [3, 'familyName'])).toMatchObject({
      userName: null,
      givenName: 2,
      familyName: 3,
    });
    expect(mapped([2, 'givenName'], [3, 'familyName'], [1, 'userName'])).toMatchObject({
      userName: 1,
      givenName: null,
      familyName: null,
    });
  });

  test('is a second person’s address if another column has the first, otherwise the first', () => {
    expect(mapped([1, 'emailAddress'], [2, 'moreAddresses'])).toMatchObject({
      emailAddress: 1,
      moreAddresses: [2],
    });
    expect(mapped([2, 'moreAddresses'])).toMatchObject({ emailAddress: 2, moreAddresses: [] });
    expect(mapped([1, 'emailAddress'], [2, 'moreAddresses'], [2, 'note'])).toMatchObject({
      moreAddresses: [],
      note: 2,
    });
  });
});
