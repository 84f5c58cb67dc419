/**
 * A text as it is searched: lower case, no accents, any whitespace as one space. So "muller" and "MÜLLER" find Müller, "ozlem"
 * finds Özlem, and "lukasz" finds Łukasz.
 */
export function toSearchText(text: string): string {
  if (isPlain.test(text)) return inOneSpace(text).toLowerCase();
  const bare = inOneSpace(text.normalize('NFKD').replace(/\p{M}/gu, ''));
  // Upper case first: only then are "ß" and "ss", and the two Turkish "i", equal.
  return bare
    .toUpperCase()
    .toLowerCase()
    .replace(/[æđłøœς]/g, (letter) => whole.get(letter) ?? letter);
}

/** Whether every word of a search stands somewhere in a text, in any order and case, with or without accents. */
export function matchesSearch(text: string, search: string): boolean {
  const looked = toSearchText(text);
  return toSearchText(search)
    .split(' ')
    .every((word) => looked.includes(word));
}

const isPlain = /^[ -~]*$/;
const inOneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Letters that Unicode doesn't decompose, and the sigma at the end of a word. */
const whole = new Map([
  ['æ', 'ae'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['œ', 'oe'],
  ['ς', 'σ'],
]);
