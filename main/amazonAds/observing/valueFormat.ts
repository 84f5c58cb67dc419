/** The format of a value of an answer, never the value: its type, and for texts and numbers how they are written. */
export function formatOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return numberFormat(value);
  if (typeof value !== 'string') return typeof value;
  if (value === '') return 'empty text';
  // Names and sentences have words; only what is written without any blank has a format of its own.
  if (/\s/.test(value) || value.length > maxPatternLength) return `text of ${lengthClass(value.length)}`;
  return `text ${patternOf(value)}`;
}

/** Longer texts are tokens or documents. */
const maxPatternLength = 120;

/** Max number of parts of a pattern. */
const maxParts = 24;

function numberFormat(value: number): string {
  if (!Number.isFinite(value)) return 'number';
  const digits = String(Math.trunc(Math.abs(value))).replace(/e.*$/, '').length;
  // Whether a time is in seconds or ms shows in the number of its digits (amazon-api §2).
  return `${Number.isInteger(value) ? 'whole number' : 'number with a fraction'} of ${String(digits)} digits`;
}

/**
 * `a` for letters, `A` for capitals, `x` for both in a row, `9` for digits, other letters as `L`; signs as they are. After each, how
 * many, as a class: ann@example.com is a{2-3}@a{4-8}.a{2-3}. Signs that stand for what is hidden are counted: the rest of a mask is
 * what a mask shows.
 */
export function patternOf(text: string): string {
  const parts = text.match(/[\p{L}\p{M}]+|\p{N}+|([^\p{L}\p{M}\p{N}])\1*/gu) ?? [];
  const shown = parts.slice(0, maxParts).map((part) => {
    const sign = signOf(part);
    return sign === null ? countedSign(part) : `${sign}{${lengthClass(part.length)}}`;
  });
  return `${shown.join('')}${parts.length > maxParts ? '…' : ''}`;
}

/** The sign for a run of letters or digits; null for any other. */
function signOf(part: string): string | null {
  if (/^\p{N}/u.test(part)) return '9';
  if (/^[a-z]+$/.test(part)) return 'a';
  if (/^[A-Z]+$/.test(part)) return 'A';
  if (/^[A-Za-z]+$/.test(part)) return 'x';
  return /^\p{L}|^\p{M}/u.test(part) ? 'L' : null;
}

/** Signs beyond those of ASCII and the usual bullets aren't shown: they may be anything. */
function countedSign(part: string): string {
  const [sign = ''] = part;
  const shown = /[!-/:-@[-`{-~•…]/.test(sign) ? sign : '?';
  return part.length === 1 ? shown : `${shown}{${String(Math.min(part.length, 9))}}`;
}

/** How long, as a class. */
function lengthClass(length: number): string {
  const found = classes.find(([, max]) => length <= max);
  return found?.[0] ?? '65+';
}

const classes: readonly (readonly [string, number])[] = [
  ['1', 1],
  ['2-3', 3],
  ['4-8', 8],
  ['9-16', 16],
  ['17-32', 32],
  ['33-64', 64],
];
