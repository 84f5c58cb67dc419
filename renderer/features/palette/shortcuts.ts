import { sections, type SectionId } from '../../../shared/navigation/sections';
import { paletteText } from './paletteText';

/** One combination of keys. `mod` is Ctrl, on a Mac Cmd. `key` is what it types, or the name of a key such as F5. */
export interface Keys {
  readonly mod?: true;
  readonly key: string;
}

interface Shortcut {
  /** What it does, as shown in the help. */
  readonly does: string;
  readonly keys: readonly [Keys, ...Keys[]];
}

/** The sections follow their order in the side bar; Settings also has the key that every desktop app gives it. */
const sectionShortcuts = Object.fromEntries(
  sections.map(({ id, title }, index): [SectionId, Shortcut] => {
    const byPlace: Keys = { mod: true, key: String(index + 1) };
    return [
      id,
      {
        does: paletteText.goTo(title),
        keys: id === 'settings' ? [{ mod: true, key: ',' }, byPlace] : [byPlace],
      },
    ];
  }),
) as Record<SectionId, Shortcut>;

/**
 * Every shortcut of the app. The palette, the help and `docs/shortcuts.md` show this list. Reserved by the native menu
 * (main/shell/window/menuTemplate.ts): the editing keys, Ctrl/Cmd+W, M, Q, H, 0, + and -.
 */
export const shortcuts = {
  palette: { does: paletteText.findAnything, keys: [{ mod: true, key: 'k' }] },
  search: { does: paletteText.searchShortcut, keys: [{ key: '/' }] },
  ...sectionShortcuts,
  invite: { does: paletteText.invitePeople, keys: [{ mod: true, key: 'n' }] },
  refresh: { does: paletteText.refreshShortcut, keys: [{ mod: true, key: 'r' }, { key: 'F5' }] },
  help: { does: paletteText.helpShortcut, keys: [{ key: '?' }] },
} satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

/** The properties of a key press that matter. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * The shortcut of a key press, or null. Inside a field (`typing`) only those with Ctrl or Cmd count, since the others are text.
 */
export function shortcutOf(
  press: KeyPress,
  { mac, typing }: { mac: boolean; typing: boolean },
): ShortcutId | null {
  const [mod, otherMod] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  // With Alt, keys type characters: AltGr arrives as Ctrl+Alt.
  if (press.isComposing || press.altKey || otherMod) return null;
  if (typing && !mod) return null;
  const key = keyOf(press, mod);
  // Shift is part of typing "?"; with Ctrl or Cmd it would be another shortcut.
  const meant = ({ keys }: Shortcut): boolean =>
    keys.some((each) => each.key === key && (each.mod ?? false) === mod && !(mod && press.shiftKey));
  return shortcutIds.find((id) => meant(shortcuts[id])) ?? null;
}

/** The keys' names in the order they are pressed: `['Ctrl', 'K']`. */
export const keyNames = ({ mod, key }: Keys, mac: boolean): readonly string[] => [
  ...(mod === true ? [mac ? '⌘' : 'Ctrl'] : []),
  key.toUpperCase(),
];

/** The same for `aria-keyshortcuts`. */
export const ariaKeys = ({ mod, key }: Keys, mac: boolean): string =>
  [...(mod === true ? [mac ? 'Meta' : 'Control'] : []), key.toUpperCase()].join('+');

/**
 * The name of the key here. Digits go by position, because some layouts type them only with Shift, and so do letters on layouts
 * without Latin ones.
 */
function keyOf({ key, code }: KeyPress, mod: boolean): string {
  const place = /^(?:Digit|Key)(.)$/.exec(code)?.[1]?.toLowerCase();
  if (place === undefined || !mod) return key;
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : place;
}
