import { expect, test } from 'vitest';
import { gridCommand } from '../../../../shared/domain/batch/gridCommands';
import { gridActionOf, gridKeyName } from '../../../../renderer/features/batches/grid/gridKeys';
import {
  at,
  blockOf,
  moved,
  wholeRows,
  type Move,
} from '../../../../renderer/features/batches/gridModel/selection';

const press = (key: string, held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', boolean>> = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

test('keys mean what they mean in spreadsheets', () => {
  const meant = (key: string, held = {}) => gridActionOf(press(key, held), false);
  expect(meant('ArrowDown', { shift: true })).toEqual({ kind: 'move', move: 'down', extend: true });
  expect(meant('End', { ctrl: true })).toEqual({ kind: 'move', move: 'end', extend: false });
  expect(meant('Tab', { shift: true })).toEqual({ kind: 'move', move: 'previous', extend: false });
  expect(meant('F2')).toEqual({ kind: 'edit', typed: false });
  expect(meant('?', { shift: true })).toEqual({ kind: 'edit', typed: true });
  expect(meant('Dead')).toEqual({ kind: 'edit', typed: true });
  expect(meant('z', { ctrl: true })).toEqual({ kind: 'undo' });
  expect(meant('Z', { ctrl: true, shift: true })).toEqual({ kind: 'redo' });
  expect(meant('F8', { shift: true })).toEqual({ kind: 'previousProblem' });
  expect(meant('F3')).toEqual({ kind: 'findNext' });
  expect(meant('F3', { shift: true })).toEqual({ kind: 'findPrevious' });
});

test('keys of the app, the system and the clipboard are not handled', () => {
  const meant = (key: string, held = {}) => gridActionOf(press(key, held), false);
  for (const key of ['c', 'x', 'v', 'k', 'r', 'f', '1']) expect(meant(key, { ctrl: true })).toBeNull();
  expect(meant('ArrowLeft', { alt: true })).toBeNull();
  expect(meant('F5')).toBeNull();
  expect(meant('Shift', { shift: true })).toBeNull();
  expect(meant('Delete', { shift: true })).toBeNull();
  expect(meant('Insert', { shift: true })).toBeNull();
  expect(meant('Insert', { ctrl: true })).toBeNull();
  for (const key of ['f', 'Enter', ' ']) expect(meant(key, { alt: true })).toBeNull();
  expect(meant('v', { meta: true })).toBeNull();
  expect(gridActionOf(press('k', { ctrl: true }), true)).toBeNull();
  expect(gridActionOf(press('ˆ', { meta: true, alt: true }), true)).toBeNull();
});

test('characters that need a modifier key are typed', () => {
  const typed = { kind: 'edit', typed: true };
  expect(gridActionOf(press('@', { ctrl: true, alt: true }), false)).toEqual(typed);
  expect(gridActionOf(press('@', { alt: true }), true)).toEqual(typed);
  expect(gridActionOf(press('Dead', { alt: true }), true)).toEqual(typed);
});

test('on a Mac Cmd is what Ctrl is elsewhere', () => {
  expect(gridActionOf(press('a', { meta: true }), true)).toEqual({ kind: 'selectAll' });
  expect(gridActionOf(press('ArrowUp', { meta: true }), true)).toEqual({
    kind: 'move',
    move: 'top',
    extend: false,
  });
});

test('the menu shows keys that work, on each kind of keyboard', () => {
  const ofName = (name: string) => press({ '⌫': 'Backspace', '↩': 'Enter' }[name] ?? name, {});
  for (const mac of [true, false]) {
    for (const command of gridCommand.options) {
      const name = gridKeyName(command, mac);
      const [, mod, key = ''] = /^(⌘|Ctrl\+)?(.+)$/.exec(name) ?? [];
      const held = { ...ofName(key), [mac ? 'metaKey' : 'ctrlKey']: mod !== undefined };
      expect(gridActionOf(held, mac), name).toMatchObject({ kind: command });
    }
  }
  expect(gridKeyName('fillDown', true)).toBe('⌘D');
  expect(gridKeyName('deleteRows', true)).toBe('⌘⌫');
});

test('a selection grows from the active cell and never leaves the grid', () => {
  const extent = { rows: 3, pageRows: 10 };
  const after = (moves: readonly Move[], extend: boolean) =>
    moves.reduce((selection, move) => moved(selection, move, extend, extent), at(1, 1));
  expect(after(['down', 'down', 'right'], true)).toEqual({
    active: { row: 1, column: 1 },
    corner: { row: 2, column: 2 },
  });
  expect(blockOf(after(['up', 'left', 'left'], true))).toEqual({ top: 0, bottom: 1, left: 0, right: 1 });
  expect(after(['pageUp', 'rowEnd', 'next'], false)).toEqual(at(1, 0));
  expect(after(['end', 'next'], false)).toEqual(at(2, 5));
  expect(after(['start', 'previous'], false)).toEqual(at(0, 0));
  expect(moved(wholeRows(0, 2), 'down', false, extent)).toEqual(at(1, 0));
});
