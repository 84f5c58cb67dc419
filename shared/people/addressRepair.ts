import { fitsAddress } from './addressPattern';
import { latinLookalike, withoutUnseen } from './characters';

/** Longer texts aren't repaired: no mistyped address is that long. */
const maxRepaired = 400;

/**
 * An address without what certainly isn't part of it: invisible characters, brackets, quotation marks and punctuation around it,
 * `mailto:` and its query; full-width characters and typographic apostrophes become plain ones. This never turns a non-address
 * into an address.
 */
export function tidyAddress(text: string): string {
  const plain = withoutEnds(asTyped(text));
  if (!scheme.test(plain)) return plain;
  return withoutEnds(plain.replace(scheme, '').replace(/\?.*$/s, ''));
}

const scheme = /^(?:mailto|smtp):\s*/i;

/** Converted to the characters of a keyboard. */
const asTyped = (text: string): string =>
  withoutUnseen(/[^ -~]/.test(text) ? text.normalize('NFKC') : text)
    .replace(/[‘’ʼ´]/g, "'")
    .replace(/。/g, '.')
    .trim();

const atStart = '<([{“”„‟«»‹›「『"\'`.,;:|•·*';
const atEnd = '>)]}“”„‟«»‹›」』"\'`.,;:|•·*!?';

function withoutEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (atEnd.includes(text.charAt(end - 1)) || /\s/.test(text.charAt(end - 1)))) end -= 1;
  let start = 0;
  // `{ann}@x`, `*ann@x` and the like are valid addresses: only a closing bracket after them is removed.
  const closed = text.slice(end);
  const isOpening = (character: string): boolean =>
    character === '{' || character === '*' || character === '`'
      ? closed.includes(character === '{' ? '}' : character)
      : atStart.includes(character) || /\s/.test(character);
  while (start < end && isOpening(text.charAt(start))) start += 1;
  return text.slice(start, end);
}

/** The address that a mistyped text probably means, to suggest to a person; null if there is none, or more than one. */
export function likelyAddress(text: string): string | null {
  if (text.length > maxRepaired) return null;
  const tidy = tidyAddress(text);
  return firstOf(tidy, [same, spelledOut, withoutSlips, inLatin, inAscii]);
}

function firstOf(tidy: string, repairs: readonly ((text: string) => string | null)[]): string | null {
  for (const repair of repairs) {
    const repaired = repair(tidy);
    if (repaired !== null && fitsAddress(repaired)) return repaired;
  }
  return null;
}

const same = (text: string): string => text;

/** `ann(at)agency.example`, `ann [at] agency [dot] example`, `ann%40agency.example`. */
const spelledOut = (text: string): string =>
  text
    .replace(/%40/g, '@')
    .replace(/\s*[([{]\s*at\s*[)\]}]\s*/gi, '@')
    .replace(/\s*[([{]\s*(?:dot|punkt|point|punto)\s*[)\]}]\s*/gi, '.');

const withoutSlips = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/,/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/@{2,}/g, '@')
    .replace('.@', '@');

/** With Latin letters, if all foreign ones are look-alikes and the domain has a Latin letter. */
function inLatin(text: string): string | null {
  if (!/@.*[a-z]/i.test(text)) return null;
  return text.replace(/[^ -~]/gu, (character) => latinLookalike(character) ?? character);
}

function inAscii(text: string): string | null {
  const at = text.lastIndexOf('@');
  const domain = asciiDomain(text.slice(at + 1));
  return domain === null ? null : `${text.slice(0, at)}@${domain}`;
}

/**
 * The ASCII form of an internationalized domain; null if it has none, or if its foreign letters look like Latin ones or are mixed
 * with them: such a domain isn't what it seems.
 */
export function asciiDomain(domain: string): string | null {
  if (domain.length > 253 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || /^[ -~]*$/.test(domain)) return null;
  if (domain.split('.').some(isMixed) || onlyLooksLatin(domain)) return null;
  const address = `http://${domain}`;
  const ascii = URL.canParse(address) ? new URL(address).hostname : '';
  return fitsAddress(`a@${ascii}`) ? ascii : null;
}

const onlyLooksLatin = (domain: string): boolean =>
  /[a-z]/i.test(domain) && Array.from(domain).every((each) => each <= '~' || latinLookalike(each) !== null);

const isMixed = (label: string): boolean =>
  /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label);
