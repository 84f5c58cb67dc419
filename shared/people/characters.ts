/**
 * Characters that take no space and mean nothing in a name or an address: soft hyphens, zero-width spaces, direction marks,
 * control characters. The two joiners aren't included: names in Persian or Hindi need them.
 */
const unseen =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Whitespace within a line, including letters that are drawn as nothing. */
const blanks = /[\s\u115F\u1160\u2800\u3164\uFFA0]+/gu;

/** A text on one line: invisible characters removed, every run of whitespace and line breaks one space, none at the ends. */
export const visibleText = (text: string): string =>
  isPlain.test(text) ? text.trim() : withoutJoinersAtEnds(text.replace(unseen, '').replace(blanks, ' '));

const isPlain = /^(?:[!-~]| (?! ))*$/;

function withoutJoinersAtEnds(text: string): string {
  const isNothing = (at: number): boolean => ' \u200C\u200D'.includes(text.charAt(at));
  let start = 0;
  let end = text.length;
  while (start < end && isNothing(start)) start += 1;
  while (end > start && isNothing(end - 1)) end -= 1;
  return text.slice(start, end);
}

/** The first invisible character of a text that doesn't belong in a name or an address; null if there is none. */
export function unseenCharacter(text: string): string | null {
  return text.match(unseen)?.[0] ?? null;
}

/** A text with every such character removed. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '');

/** A text with each such character made visible. */
export const withUnseenShown = (text: string): string => text.replace(unseen, '␣');

const unseenNames = new Map([
  ['\u00AD', 'soft hyphen'],
  ['\u200B', 'zero-width space'],
  ['\u2060', 'word joiner'],
  ['\uFEFF', 'byte order mark'],
]);

/** The name of an invisible character, such as `a zero-width space`. */
export function nameOfUnseen(character: string): string {
  const known = unseenNames.get(character);
  if (known !== undefined) return `a ${known}`;
  return /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(character)
    ? 'a mark of text direction'
    : `the character ${codePoint(character)}`;
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const scripts = ['Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Thai', 'Hangul', 'Han'].map(
  (name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const,
);

/** The script of a letter that is neither Latin nor script-neutral, such as `Cyrillic`; null for any other character. */
export const scriptOf = (character: string): string | null =>
  scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? null;

/** Letters that look like a Latin one, each with that one (Unicode Technical Standard #39, confusables). */
const latin = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ј: 'j',
    ѕ: 's',
    ԁ: 'd',
    һ: 'h',
    ӏ: 'l',
    ԛ: 'q',
    ԝ: 'w',
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    Х: 'X',
    І: 'I',
    Ј: 'J',
    Ѕ: 'S',
    α: 'a',
    ι: 'i',
    ο: 'o',
    ν: 'v',
    ρ: 'p',
    υ: 'u',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    օ: 'o',
    ս: 'u',
    ց: 'g',
    ı: 'i',
    İ: 'I',
    ɡ: 'g',
  }),
);

/** The Latin letter that a foreign one looks like; null if it looks like none. */
export const latinLookalike = (character: string): string | null => latin.get(character) ?? null;

/** A foreign letter that only looks like a Latin one, in a word with Latin letters. */
interface ForeignLookalike {
  readonly character: string;
  readonly script: string;
  readonly lookalike: string;
  /** The text with all of them replaced by Latin letters. */
  readonly fixed: string;
}

/** The first such letter of a text; null if there is none. Words entirely in another script are fine. */
export function foreignLookalike(text: string): ForeignLookalike | null {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(text)) return null;
  const mixed = text.split(' ').filter((word) => /\p{Script=Latin}/u.test(word));
  for (const character of mixed.join('')) {
    const lookalike = latinLookalike(character);
    const script = scriptOf(character);
    if (lookalike !== null && script !== null) {
      return { character, script, lookalike, fixed: inLatinWords(text) };
    }
  }
  return null;
}

const inLatinWords = (text: string): string =>
  text
    .split(' ')
    .map((word) =>
      /\p{Script=Latin}/u.test(word)
        ? Array.from(word, (each) => (scriptOf(each) === null ? each : (latinLookalike(each) ?? each))).join(
            '',
          )
        : word,
    )
    .join(' ');
