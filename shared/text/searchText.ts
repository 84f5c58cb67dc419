/**
 * A text as it is looked for: in lower case, without accents, any white space as one space. So "muller" and "MÜLLER"
 * find Müller, "ozlem" finds Özlem, and "lukasz" finds Łukasz.
 */
export function toSearchText(text: string): string {
  if (isPlain.test(text)) return inOneSpace(text).toLowerCase();
  const bare = inOneSpace(text.normalize('NFKD').replace(/\p{M}/gu, ''));
  // In upper case first: only that way are "ß" and "ss", and the two kinds of "i" in Turkish, the same.
  return bare
    .toUpperCase()
    .toLowerCase()
    .replace(/[æđłøœς]/g, (letter) => whole.get(letter) ?? letter);
}

const isPlain = /^[ -~]*$/;
const inOneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Letters that Unicode does not take apart, and the sigma at the end of a word. */
const whole = new Map([
  ['æ', 'ae'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['œ', 'oe'],
  ['ς', 'σ'],
]);
