import { keyedSections, type KeyedSectionId } from '../../../../shared/navigation/sections';
import { paletteText } from '../paletteText';

/** One combination of keys. `mod` is Ctrl, on a Mac Cmd. `key` is what it types, or the name of a key such as F5. */
export interface Keys {
  readonly mod?: true;
  readonly alt?: true;
  readonly key: string;
}

interface Shortcut {
  /** What it does, as shown in the help. */
  readonly does: string;
  readonly keys: readonly [Keys, ...Keys[]];
  /** Those on a Mac, where they differ. */
  readonly macKeys?: readonly [Keys, ...Keys[]];
}

/** The sections follow their order in the side bar; Settings also has the key that every desktop app gives it. */
const sectionShortcuts = Object.fromEntries(
  keyedSections.map(({ id, title }, index): [KeyedSectionId, Shortcut] => {
    const byPlace: Keys = { mod: true, key: String(index + 1) };
    return [
      id,
      {
        does: paletteText.goTo(title),
        keys: id === 'settings' ? [{ mod: true, key: ',' }, byPlace] : [byPlace],
      },
    ];
  }),
) as Record<KeyedSectionId, Shortcut>;

/**
 * Every shortcut of the app. The palette, the help and `docs/shortcuts.md` show this list. Reserved by the native menu
 * (main/shell/window/menuTemplate.ts): the editing keys, Ctrl/Cmd+W, M, Q, H, 0, + and -.
 */
export const shortcuts = {
  palette: { does: paletteText.findAnything, keys: [{ mod: true, key: 'k' }] },
  search: { does: paletteText.searchShortcut, keys: [{ key: '/' }, { mod: true, key: 'f' }] },
  ...sectionShortcuts,
  invite: { does: paletteText.invitePeople, keys: [{ mod: true, key: 'n' }] },
  refresh: { does: paletteText.refreshShortcut, keys: [{ mod: true, key: 'r' }, { key: 'F5' }] },
  back: {
    does: paletteText.backShortcut,
    keys: [{ alt: true, key: 'ArrowLeft' }],
    macKeys: [{ mod: true, key: '[' }],
  },
  forward: {
    does: paletteText.forwardShortcut,
    keys: [{ alt: true, key: 'ArrowRight' }],
    macKeys: [{ mod: true, key: ']' }],
  },
  help: { does: paletteText.helpShortcut, keys: [{ key: '?' }] },
} satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

/** The combinations of a shortcut on this system, the first one shown where there is room for only one. */
export function keysOf(id: ShortcutId, mac: boolean): readonly [Keys, ...Keys[]] {
  const { keys, macKeys = keys }: Shortcut = shortcuts[id];
  return mac ? macKeys : keys;
}

/** The properties of a key press that matter. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * The shortcut of a key press, or null. Inside a field (`typing`) only those with Ctrl, Cmd or Alt count: the others are text.
 */
export function shortcutOf(
  press: KeyPress,
  { mac, typing }: { mac: boolean; typing: boolean },
): ShortcutId | null {
  const [mod, otherMod] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  const alt = press.altKey;
  // AltGr, which types characters, arrives as Ctrl+Alt.
  if (press.isComposing || (mod && alt) || otherMod) return null;
  if (typing && !mod && !alt) return null;
  const key = keyOf(press, mod);
  // Shift is part of typing "?"; with Ctrl, Cmd or Alt it would be another shortcut.
  if (press.shiftKey && (mod || alt)) return null;
  const meant = (each: Keys): boolean =>
    each.key === key && (each.mod ?? false) === mod && (each.alt ?? false) === alt;
  return shortcutIds.find((id) => keysOf(id, mac).some(meant)) ?? null;
}

/** The keys' names in the order they are pressed: `['Ctrl', 'K']`. */
export const keyNames = ({ mod, alt, key }: Keys, mac: boolean): readonly string[] => [
  ...(mod === true ? [mac ? '⌘' : 'Ctrl'] : []),
  ...(alt === true ? [mac ? '⌥' : 'Alt'] : []),
  arrows[key] ?? key.toUpperCase(),
];

const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };

/** The same for `aria-keyshortcuts`. */
export const ariaKeys = ({ mod, alt, key }: Keys, mac: boolean): string =>
  [
    ...(mod === true ? [mac ? 'Meta' : 'Control'] : []),
    ...(alt === true ? ['Alt'] : []),
    key.length === 1 ? key.toUpperCase() : key,
  ].join('+');

/**
 * The name of the key here. Digits go by position, because some layouts type them only with Shift, and so do letters on layouts
 * without Latin ones.
 */
function keyOf({ key, code }: KeyPress, mod: boolean): string {
  const place = /^(?:Digit|Key)(.)$/.exec(code)?.[1]?.toLowerCase();
  if (place === undefined || !mod) return key;
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : place;
}
