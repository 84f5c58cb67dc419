import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ariaKeys,
  keyNames,
  keysOf,
  shortcutIds,
  shortcutOf,
  shortcuts,
  type KeyPress,
  type Keys,
} from '../../../renderer/features/palette/shortcuts/shortcuts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});
const ctrl = { ctrlKey: true };
const cmd = { metaKey: true };
const free = { mac: false, typing: false };

describe('the action of a key press', () => {
  test.each([
    ['Ctrl+K', press('k', 'KeyK', ctrl), 'palette'],
    ['Ctrl+K with Caps Lock', press('K', 'KeyK', ctrl), 'palette'],
    ['Ctrl+K on a Cyrillic layout', press('л', 'KeyK', ctrl), 'palette'],
    ['Ctrl+N where N is in another position', press('n', 'KeyL', ctrl), 'invite'],
    ['Ctrl+1', press('1', 'Digit1', ctrl), 'home'],
    ['Ctrl+1 where digits need Shift', press('&', 'Digit1', ctrl), 'home'],
    ['Ctrl+2', press('2', 'Digit2', ctrl), 'accounts'],
    ['Ctrl+3', press('3', 'Digit3', ctrl), 'invitations'],
    ['Ctrl+4', press('4', 'Digit4', ctrl), 'people'],
    ['Ctrl+5', press('5', 'Digit5', ctrl), 'batches'],
    ['Ctrl+6', press('6', 'Digit6', ctrl), 'redeem'],
    ['Ctrl+7', press('7', 'Digit7', ctrl), 'operations'],
    ['Ctrl+8', press('8', 'Digit8', ctrl), 'activity'],
    ['Ctrl+9', press('9', 'Digit9', ctrl), 'settings'],
    ['Ctrl+,', press(',', 'Comma', ctrl), 'settings'],
    ['Ctrl+0', press('0', 'Digit0', ctrl), null],
    ['F5', press('F5', 'F5'), 'refresh'],
    ['/ alone', press('/', 'Slash'), 'search'],
    ['/ typed with Shift', press('/', 'Digit7', { shiftKey: true }), 'search'],
    ['?', press('?', 'Slash', { shiftKey: true }), 'help'],
    ['K alone', press('k', 'KeyK'), null],
    ['Ctrl+Shift+K', press('K', 'KeyK', { ...ctrl, shiftKey: true }), null],
    ['Ctrl+Alt+K, as AltGr arrives', press('k', 'KeyK', { ...ctrl, altKey: true }), null],
    ['Cmd+K where Ctrl is used', press('k', 'KeyK', cmd), null],
    ['K while an input method composes', press('k', 'KeyK', { ...ctrl, isComposing: true }), null],
    ['Ctrl+C', press('c', 'KeyC', ctrl), null],
    ['Ctrl+F', press('f', 'KeyF', ctrl), 'search'],
    ['Alt+Left', press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'back'],
    ['Alt+Right', press('ArrowRight', 'ArrowRight', { altKey: true }), 'forward'],
    ['Left alone', press('ArrowLeft', 'ArrowLeft'), null],
    ['Alt+Shift+Left', press('ArrowLeft', 'ArrowLeft', { altKey: true, shiftKey: true }), null],
    ['Ctrl+Alt+Left', press('ArrowLeft', 'ArrowLeft', { ...ctrl, altKey: true }), null],
  ])('%s', (_name, pressed, meaning) => {
    expect(shortcutOf(pressed, free)).toBe(meaning);
  });

  test('on a Mac it is Cmd, and Ctrl+K stays the editing key it is there', () => {
    expect(shortcutOf(press('k', 'KeyK', cmd), { mac: true, typing: true })).toBe('palette');
    expect(shortcutOf(press('k', 'KeyK', ctrl), { mac: true, typing: true })).toBeNull();
  });

  test('on a Mac back is Cmd+[, and Option+Left stays an editing key', () => {
    expect(shortcutOf(press('[', 'BracketLeft', cmd), { mac: true, typing: true })).toBe('back');
    const option = press('ArrowLeft', 'ArrowLeft', { altKey: true });
    expect(shortcutOf(option, { mac: true, typing: true })).toBeNull();
  });

  test.each([
    ['Alt+Left', press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'back'],
    ['/', press('/', 'Slash'), null],
    ['?', press('?', 'Slash', { shiftKey: true }), null],
    ['F5', press('F5', 'F5'), null],
    ['Ctrl+K', press('k', 'KeyK', ctrl), 'palette'],
  ])('in a field, %s', (_name, pressed, meaning) => {
    expect(shortcutOf(pressed, { mac: false, typing: true })).toBe(meaning);
  });
});

const combinations = (mac: boolean) => shortcutIds.flatMap((id): readonly Keys[] => keysOf(id, mac));

test.each([false, true])('no two shortcuts have the same keys (Mac: %s)', (mac) => {
  const all = combinations(mac).map((keys) => ariaKeys(keys, mac));
  expect(new Set(all).size).toBe(all.length);
});

test.each([false, true])('no shortcut takes a key that the native menu or editing needs (Mac: %s)', (mac) => {
  const taken = ['a', 'c', 'v', 'x', 'y', 'z', 'w', 'm', 'q', 'h', 'o', '0', '+', '-'];
  const ours = combinations(mac).filter(({ mod }) => mod === true);
  expect(ours.filter(({ key }) => taken.includes(key))).toEqual([]);
});

test('keys are named as on the keyboard', () => {
  expect(keyNames(shortcuts.palette.keys[0], false)).toEqual(['Ctrl', 'K']);
  expect(keyNames(shortcuts.palette.keys[0], true)).toEqual(['⌘', 'K']);
  expect(ariaKeys(shortcuts.palette.keys[0], true)).toBe('Meta+K');
});

test('docs/shortcuts.md lists every shortcut with its keys, and no other', () => {
  const document = readFileSync(join(import.meta.dirname, '../../../docs/shortcuts.md'), 'utf8');
  const rows = document
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, does, windows, mac]) => [does, windows, mac]);
  const written = (keys: readonly Keys[], mac: boolean): string =>
    keys.map((each) => `\`${keyNames(each, mac).join(mac ? ' ' : '+')}\``).join(' or ');
  expect(rows).toEqual(
    shortcutIds.map((id) => {
      return [shortcuts[id].does, written(keysOf(id, false), false), written(keysOf(id, true), true)];
    }),
  );
});
