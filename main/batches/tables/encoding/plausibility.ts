import { latinScore } from './alphabets';
import type { Encoding } from './decoded';
import { eastAsianScore } from './nameCharacters';

/**
 * How plausible a text is as names and words in the encoding it was read in. 0 is the most plausible; the sum over its words with
 * characters beyond ASCII, each counted once: an account in 200 rows shows no more than in one.
 */
export function plausibilityOf(text: string, encoding: Encoding): number {
  let score = -rarity(encoding);
  for (const word of new Set(text.split(/[\0-@[-`{-\x7f]+/))) {
    if (/[^\0-\x7f]/.test(word)) score += wordScore(word, encoding);
  }
  return score;
}

/** Characters that can't be in a name in any reading. */
const impossible = /[\ufffd\u0080-\u009f\ue000-\uf8ff\p{Cn}]/gu;
/** What may surround words. */
const aroundWords = /^[“”„‘’«»‹›–—…•·¿¡ªº°€©®™№\u00a0\u3000]+|[“”„‘’«»‹›–—…•·ªº°€©®™№\u00a0\u3000]+$/gu;
/** Of those, what rarely precedes or follows words of names. */
const rarelyAround = /^[”’‘…•·ªº°©®™№]+(?=\p{L})|(?<=\p{L}{3})[…•·ªº°¿¡]+$/gu;

function wordScore(whole: string, encoding: Encoding): number {
  const wrong = whole.match(impossible)?.length ?? 0;
  if (wrong > 0) return -20 * wrong;
  const word = whole.replace(aroundWords, '').replace(/(?<=\p{L})’(?=\p{L})|(?<=l)·(?=l)/giu, '');
  const signs = word.match(/[^\p{L}\p{M}\u3000-\u303f\uff01-\uff60]/gu)?.length ?? 0;
  // Marks are plausible in any reading, but less so than none.
  let score = (whole.length - word.length) * -1 - signs * 8 - count(whole, rarelyAround) * 3;
  if (!/[^\0-\x7f]/.test(word)) return score;
  const scripts = scriptsIn(word);
  if (scripts.size > 1) score -= 8;
  const eastAsian = eastAsianScore(word, encoding);
  if (eastAsian !== null) return score + eastAsian;
  if (/\p{Script=Han}/u.test(word)) return score - 20;
  score += caseScore(word);
  if (!scripts.has('Latin'))
    return score - 1 + (scriptRules.find(([script]) => script.test(word))?.[1](word) ?? 0);
  const letters = (word.toLowerCase().match(/[^\0-\x7f]/gu) ?? []).join('');
  // Words of Latin languages are mostly A to Z.
  const isDense = word.length > 2 && letters.length * 10 > word.length * 6;
  return score + latinScore(letters, encoding) - (isDense ? 4 : 0) - spellingCost(word, encoding);
}

/** Spellings where letters of Latin languages rarely occur, though each may be usual elsewhere in a word. */
const rareSpellings: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}æ$/iu, 2],
  // Polish writes "ni" and "si" before a vowel; "ñ" precedes one.
  [/[ńśź][aeiouyąęóéíáú]/iu, 3],
  [/ñ(?![aeiouáéíóúü])/iu, 4],
  [/ã(?![oe]|s?$)/iu, 2],
  [/[őű][aeiou]/iu, 3],
  [/yý/iu, 4],
  [/[ďť][eiěís]/iu, 3],
  [/[ìù]\p{L}/iu, 3],
  [/^ß|[^aeiouyäöüáéíóú]ß/iu, 4],
];

function spellingCost(word: string, encoding: Encoding): number {
  let cost = 0;
  for (const [pattern, each] of rareSpellings) if (pattern.test(word)) cost += each;
  // Turkish has it anywhere, other languages before back vowels.
  if (encoding !== 'windows-1254' && /ç(?![aouâãàáóôõúéeiıöü])/iu.test(word)) cost += 2;
  return cost;
}

const scriptNames = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Thai'] as const;
const scripts = scriptNames.map((name) => [name, new RegExp(`\\p{scx=${name}}`, 'u')] as const);
const eastAsianScripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether a word of a text mixes two alphabets. */
export const mixesScripts = (text: string): boolean =>
  text.split(/[^\p{L}\p{M}]+/u).some((word) => scriptsIn(word).size > 1);

function scriptsIn(word: string): Set<string> {
  const found = new Set<string>(scripts.filter(([, script]) => script.test(word)).map(([name]) => name));
  if (eastAsianScripts.test(word)) found.add('East Asian');
  return found;
}

/** Names begin with a capital and continue in lower case, or are all capitals. */
function caseScore(word: string): number {
  if (/\p{Ll}\p{M}*\p{Lu}/u.test(word)) return -6;
  if (/^\p{Lu}{2,}\p{Ll}/u.test(word)) return -3;
  if (/^\p{Ll}/u.test(word) && !/^[a-z]/.test(word)) return -1.5;
  return /^\p{Lu}{3,}$/u.test(word) ? -1.5 : 0;
}

const count = (word: string, pattern: RegExp): number => word.match(pattern)?.length ?? 0;

/** What words of a script do and don't do. */
const scriptRules: readonly (readonly [RegExp, (word: string) => number])[] = [
  [/\p{Script=Cyrillic}/u, (word) => -2 * count(word, /[іїєґёъэ]/giu) - 2 * count(word, /[ђѓѕјљњћќўџ]/giu)],
  [/\p{Script=Greek}/u, (word) => -4 * count(word, /ς(?=\p{L})|σ$|[ΰΐ]/gu)],
  [/\p{Script=Hebrew}/u, (word) => -4 * count(word, /[ךםןףץ](?=\p{L})/gu) - 3 * count(word, /\p{M}/gu)],
  [/\p{Script=Arabic}/u, (word) => -1.5 * count(word, /[پٹچژڈگکڑںھہےـ]/gu) - 2 * count(word, /\p{M}/gu)],
  [
    /\p{Script=Thai}/u,
    (word) => -0.6 * word.length - 6 * count(word, /^\p{M}/gu) - 1.5 * count(word, /[ฃฅฆฌญฎฏฐฑฒณฯ]/gu),
  ],
];

/** How unlikely files in an encoding are, compared to the likeliest ones today. */
const rarities: Partial<Record<Encoding, number>> = {
  'windows-1252': 0,
  'windows-1250': 1.5,
  'windows-1251': 1,
  'windows-1254': 1,
  'windows-1253': 1.5,
  'windows-1255': 1.5,
  'windows-1256': 1.5,
  gb18030: 1,
  shift_jis: 1,
  'euc-kr': 1,
  big5: 1.5,
  'euc-jp': 2,
  macintosh: 2,
  'windows-1257': 2.5,
  'windows-874': 2.5,
  ibm850: 2.5,
  // Windows-1250 with other places for a few letters.
  'iso-8859-2': 4.5,
};

/** How unlikely a file is to be in an encoding at all; 0 is the likeliest. */
export const rarity = (encoding: Encoding): number => rarities[encoding] ?? 3;
