import { describe, expect, test } from 'vitest';
import { placeAfter, within } from '../../../../renderer/features/people/matrix/matrixKeys';
import { cellMeaning, toneOf } from '../../../../renderer/features/people/matrix/cellName';
import type { MatrixAccount, MatrixCell } from '../../../../shared/domain/person/matrix';

const extent = { rows: 500, columns: 300, pageRows: 10 };
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, ctrlKey = false, from = { row: 5, column: 5 }) =>
  placeAfter(from, { ...plain, key, ctrlKey }, extent, false);

describe('a key in the matrix', () => {
  test.each([
    ['ArrowUp', false, { row: 4, column: 5 }],
    ['ArrowRight', false, { row: 5, column: 6 }],
    ['ArrowRight', true, { row: 5, column: 299 }],
    ['ArrowLeft', true, { row: 5, column: -1 }],
    ['PageDown', false, { row: 15, column: 5 }],
    ['PageUp', false, { row: 0, column: 5 }],
    ['Home', false, { row: 5, column: -1 }],
    ['Home', true, { row: 0, column: -1 }],
    ['End', true, { row: 499, column: 299 }],
  ])('%s, with Ctrl: %s', (key, ctrl, to) => {
    expect(press(key, ctrl)).toEqual(to);
  });

  test('moves to the accounts above the first row, and never to the corner', () => {
    expect(press('ArrowUp', false, { row: 0, column: 5 })).toEqual({ row: -1, column: 5 });
    expect(press('ArrowUp', false, { row: 0, column: -1 })).toEqual({ row: 0, column: -1 });
    expect(press('ArrowLeft', false, { row: -1, column: 0 })).toEqual({ row: 0, column: -1 });
  });

  test('belongs to the page or the system with Alt, Shift or the other key', () => {
    expect(
      placeAfter({ row: 0, column: 0 }, { ...plain, key: 'ArrowLeft', altKey: true }, extent, false),
    ).toBeNull();
    expect(
      placeAfter({ row: 0, column: 0 }, { ...plain, key: 'End', ctrlKey: true }, extent, true),
    ).toBeNull();
    expect(press('a')).toBeNull();
  });

  test('stays within a matrix that became smaller', () => {
    expect(within({ row: 400, column: 200 }, { rows: 3, columns: 2, pageRows: 10 })).toEqual({
      row: 2,
      column: 1,
    });
  });
});

const account: MatrixAccount = {
  ...{ realm: 'amazon', accountId: 'A1', accountName: 'Acme', marketplaceId: 'M' },
  ...{
    account: { connectionId: 'c-1', accountId: 'A1' },
    membersAsOf: 1000,
    isInheritedUnknown: false,
    group: null,
  },
};
const cell = (access: MatrixCell['access'], pendingRole: string | null = null): MatrixCell => ({
  ...{ realm: 'amazon', userId: 'ann', accountId: 'A1', access, pendingRole },
});
const listed = { scope: 'direct', role: 'admin', roleAsOf: null, lastSeenAt: 1000 } as const;

describe('what a cell says', () => {
  const meaning = (of: MatrixAccount, shown?: MatrixCell): string => cellMeaning(of, shown, 1000);

  test('is the role, the kind of access and the ages', () => {
    expect(meaning(account, cell(listed))).toMatch(/^Admin, direct access, as of [^,]+, role not read yet$/);
    expect(meaning(account, cell({ ...listed, scope: 'inherited', role: null }))).toMatch(
      /^Inherited, as of [^,]+, Amazon shows no role for inherited access$/,
    );
  });

  test('differs where nothing is known', () => {
    expect(meaning(account)).toMatch(/^Not listed, as of /);
    expect(meaning({ ...account, isInheritedUnknown: true })).toMatch(
      /^Inherited unknown, no direct access listed, as of /,
    );
    expect(meaning({ ...account, membersAsOf: null })).toBe(
      'Not read, the account’s members were never read',
    );
    expect(meaning({ ...account, membersAsOf: null }, cell(null, 'VIEWER'))).toBe('Pending viewer');
  });

  test.each([
    [cell(listed), 'admin'],
    [cell({ ...listed, role: 'viewer, admin' }), 'admin'],
    [cell({ ...listed, role: null }), 'member'],
    [cell({ ...listed, scope: 'inherited', role: null }), 'inherited'],
    [cell(null, 'viewer'), 'pending'],
    [undefined, 'none'],
  ] as const)('looks like its access: %j', (shown, tone) => {
    expect(toneOf(account, shown)).toBe(tone);
  });

  test('looks unknown, not empty, where nobody could read', () => {
    expect(toneOf({ ...account, membersAsOf: null }, undefined)).toBe('unknown');
    expect(toneOf({ ...account, isInheritedUnknown: true }, undefined)).toBe('unknown');
  });
});
