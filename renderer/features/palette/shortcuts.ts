import { sections, type SectionId } from '../../../shared/navigation/sections';
import { paletteText } from './paletteText';

/** One combination of keys. `mod` is Ctrl, on a Mac Cmd. `key` is what it types, or the name of a key such as F5. */
export interface Keys {
  readonly mod?: true;
  readonly key: string;
}

interface Shortcut {
  /** What it does, as the help says it. */
  readonly does: string;
  readonly keys: readonly [Keys, ...Keys[]];
}

/** The sections go by their place in the side bar; Settings has the key that every desktop program gives it, too. */
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
 * Every shortcut of the app. The palette, the help and `docs/shortcuts.md` show what stands here. Taken by the
 * native menu (main/shell/window/menuTemplate.ts) and not to be used: the editing keys, Ctrl/Cmd+W, M, Q, H, 0, + and -.
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

/** What a key press says of itself. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * The shortcut a key press means, or null. Inside a field (`typing`) only those with Ctrl or Cmd count, since the
 * others are text.
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
  // Shift is part of how "?" is typed; with Ctrl or Cmd it would be another shortcut.
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
 * What the key is called here. Digits go by their place, because some layouts type them only with Shift, and so do
 * letters on layouts that type no Latin ones.
 */
function keyOf({ key, code }: KeyPress, mod: boolean): string {
  const place = /^(?:Digit|Key)(.)$/.exec(code)?.[1]?.toLowerCase();
  if (place === undefined || !mod) return key;
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : place;
}
