import { describe, expect, test } from 'vitest';
import {
  drawnColumns,
  fittedColumns,
  ownColumnId,
  resizedWidths,
  shownColumns,
  stickyColumns,
  storedColumns,
  type ListColumn,
} from '../../../../renderer/components/table/listColumns';

const column = (id: string, part: Partial<ListColumn<unknown>> = {}): ListColumn<unknown> => ({
  id,
  header: id,
  width: 200,
  minWidth: 100,
  cell: () => null,
  ...part,
});
const star = column('star', { header: null, width: 50, minWidth: 50 });
const actions = column('actions', { header: null, width: 50, minWidth: 50 });
const list = [star, column('name', { isRowHeader: true }), column('role'), column('expires'), actions];

/** In order; a hidden one in parentheses. */
const inShort = (columns: readonly { readonly id: string; readonly visible: boolean }[]): string =>
  columns.map(({ id, visible }) => (visible ? id : `(${id})`)).join(' ');

describe('the columns of a list', () => {
  test('are in the order stored, hidden ones included; those without a visible header keep their places', () => {
    const stored = [
      { id: 'expires', visible: true },
      { id: 'role', visible: false },
      { id: 'name', visible: true },
    ];
    expect(inShort(shownColumns(list, stored))).toBe('star expires (role) name actions');
    expect(inShort(shownColumns(list))).toBe('star name role expires actions');
  });

  test('include new ones after the column they follow by default, and no unknown or repeated ones', () => {
    const stored = [
      { id: 'expires', visible: true },
      { id: 'ofAnotherVersion', visible: true },
      { id: 'name', visible: true },
      { id: 'expires', visible: false },
    ];
    expect(inShort(shownColumns(list, stored))).toBe('star expires name role actions');
  });

  test('that are hidden at first are shown once a person selects them', () => {
    const withNote = [...list.slice(0, 3), column('note', { initiallyHidden: true }), ...list.slice(3)];
    expect(inShort(shownColumns(withNote))).toBe('star name role (note) expires actions');
    const stored = [
      { id: 'name', visible: true },
      { id: 'role', visible: true },
    ];
    expect(inShort(shownColumns(withNote, stored))).toBe('star name role (note) expires actions');
    expect(inShort(shownColumns(withNote, [...stored, { id: 'note', visible: true }]))).toContain(
      'role note',
    );
  });

  test('always include the one that names the row', () => {
    expect(inShort(shownColumns(list, [{ id: 'name', visible: false }]))).toContain('star name');
  });

  test('that the list lacks at the moment keep their places when another order is confirmed', () => {
    const stored = [
      { id: 'name', visible: true },
      { id: 'state', visible: false },
      { id: 'role', visible: true },
    ];
    const confirmed = [
      { id: 'role', visible: true },
      { id: 'name', visible: true },
    ];
    expect(inShort(storedColumns(confirmed, stored))).toBe('role name (state)');
  });

  test('share the room, and none gets less than it needs', () => {
    const widths = (room: number): number[] =>
      fittedColumns(list, shownColumns(list), room).map(({ width }) => width);
    expect(widths(1400)).toEqual([100, 400, 400, 400, 100]);
    expect(widths(550)).toEqual([50, 150, 150, 150, 50]);
    expect(widths(100)).toEqual([50, 100, 100, 100, 50]);
    const hidden = shownColumns(list, [{ id: 'role', visible: false }]);
    expect(fittedColumns(list, hidden, 1000).map(({ width }) => width)).toEqual([100, 400, 400, 400, 100]);
  });

  test('have the widths stored, whatever the room', () => {
    const stored = resizedWidths(list, [50, 311.6, 20, 250, 50]);
    expect(stored).toEqual({ star: 50, name: 312, role: 20, expires: 250, actions: 50 });
    const fitted = fittedColumns(list, shownColumns(list), 3000);
    expect(drawnColumns(list, fitted, stored).map(({ width }) => width)).toEqual([50, 312, 100, 250, 50]);
  });

  test('are other ones to the table when they are fitted otherwise, and the same when a width is stored', () => {
    const ids = (room: number, widths?: Readonly<Record<string, number>>): string[] =>
      drawnColumns(list, fittedColumns(list, shownColumns(list), room), widths).map(({ id }) => id);
    expect(ids(1400)).toEqual(['star@100', 'name@400', 'role@400', 'expires@400', 'actions@100']);
    expect(ids(700)).not.toEqual(ids(1400));
    expect(ids(1400, { name: 300 })).toEqual(ids(1400));
    expect(ids(1400).map(ownColumnId)).toEqual(list.map(({ id }) => id));
    const drawn = drawnColumns(list, fittedColumns(list, shownColumns(list), 1400), undefined);
    expect(resizedWidths(drawn, [100, 300, 400, 400, 100])).toMatchObject({ name: 300, role: 400 });
  });

  test('stay in sight at the start up to the first that isn’t a key column, and at the end if the last one is', () => {
    const keys = ['star', 'name', 'expires', 'actions'];
    expect(stickyColumns(shownColumns(list), keys)).toEqual({ first: 2, last: 1 });
    const moved = shownColumns(list, [
      { id: 'role', visible: true },
      { id: 'expires', visible: true },
      { id: 'name', visible: true },
    ]);
    expect(stickyColumns(moved, keys)).toEqual({ first: 1, last: 1 });
    expect(stickyColumns(moved, ['star', 'name', 'role'])).toEqual({ first: 2, last: 0 });
    expect(stickyColumns(shownColumns(list, [{ id: 'role', visible: false }]), keys)).toEqual({
      first: 0,
      last: 0,
    });
  });
});
