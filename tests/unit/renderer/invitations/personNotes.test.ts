import { describe, expect, test } from 'vitest';
import { checkRows, type InviteeRow } from '../../../../renderer/features/invitations/invite/inviteDraft';
import { notesOf } from '../../../../renderer/features/invitations/invite/people/personNotes';

const row = (change: Partial<InviteeRow> = {}): InviteeRow => ({
  ...{ key: 0, emailAddress: 'ann@northwind.example', userName: 'Ann Lee', role: 'viewer' },
  nameGuessed: false,
  ...change,
});

describe('notes below a person', () => {
  test('a valid row and an empty one have none', () => {
    expect(notesOf(row(), true)).toEqual([]);
    expect(notesOf(row({ emailAddress: '', userName: ' ' }), true)).toEqual([]);
  });

  test.each([
    ['a typo', { emailAddress: 'ann@gmial.com' }, /typo/, { emailAddress: 'ann@gmail.com' }],
    ['characters around a name', { userName: '"Ann Lee"' }, /more than a name/, { userName: 'Ann Lee' }],
    ['an invisible character', { userName: 'Ann\u200b Lee' }, /invisible character/, { userName: 'Ann Lee' }],
    ['a look-alike letter', { userName: '\u0410nn Lee' }, /Cyrillic/, { userName: 'Ann Lee' }],
  ])('%s is reported with its fix, and the fix leaves no note', (_, change, warning, fixed) => {
    const typed = row(change);
    const [note, ...others] = notesOf(typed, false);
    expect(others).toEqual([]);
    expect(note?.warning).toMatch(warning);
    expect(note?.fix?.label).toContain(Object.values(fixed)[0]);
    expect(note?.fix?.change).toMatchObject(fixed);
    expect(notesOf({ ...typed, ...note?.fix?.change }, true)).toEqual([]);
  });

  test('a wrong address gets its fix once errors are shown, and can then be sent', () => {
    const typed = row({ emailAddress: '<ann@northwind.example>' });
    expect(notesOf(typed, false)).toEqual([]);
    const [note] = notesOf(typed, true);
    expect(note).toMatchObject({
      field: 'emailAddress',
      warning: null,
      fix: { label: 'Use ann@northwind.example' },
    });
    expect(checkRows([{ ...typed, ...note?.fix?.change }]).errors.size).toBe(0);
  });

  test('a missing name is suggested from the address, and is no longer a guess once it is accepted', () => {
    const [note] = notesOf(row({ emailAddress: 'ann.lee@northwind.example', userName: '' }), true);
    expect(note?.fix?.change).toEqual({ userName: 'Ann Lee', nameGuessed: false });
  });
});
