import { visibleText } from './characters';
import { withDecodedWords } from './encodedWords';

/**
 * A name without what lists and mail programs put around it: quotation marks, brackets, bullets, numbers, `To:`, a dash or colon
 * after it, tags. Decodes encoded words. Runs in linear time.
 */
export function unwrappedName(text: string): string {
  let name = visibleText(withDecodedWords(text));
  // Wrappers can be nested, as in `- "Ann Ames",`, but never more than a few deep.
  for (let round = 0; round < 6; round += 1) {
    const inner = withoutWrapper(name);
    if (inner === name) return name;
    name = inner;
  }
  return name;
}

function withoutWrapper(name: string): string {
  if (name === '' || isPlainName.test(name)) return name;
  return withoutPair(withoutTail(name.replace(tag, '').replace(field, '').replace(listMark, '').trim()));
}

/** Letters of any script and whitespace need no further check. */
const isPlainName = /^[\p{L}\p{M} ]+$/u;

const tag = /<\/?[a-z][^<>]{0,200}>/gi;

/** The field name of a mail header, in the languages of mail programs. */
const field =
  /^(?:to|cc|bcc|from|sender|reply-to|an|von|kopie|à|de|para|da|copia|copie|宛先|差出人|收件人|发件人|抄送)\s?[:：]/i;

/** A bullet, or a number with a dot or bracket. */
const listMark = /^(?:[•▪▫◦‣⁃●○■□·∙*+=|>@–—-]+|\(?\d{1,5}[.)\]:]|#\d{1,5}[.:]?)(?=\s|\p{L}|["'“‘(]|$)\s?/u;

const pairs = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', "`'´"],
  ['´', '´'],
  ['“', '”“'],
  ['”', '”'],
  ['„', '“”'],
  ['‘', '’'],
  ['’', '’'],
  ['‚', '‘’'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['【', '】'],
  ['（', '）'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['*', '*'],
  ['_', '_'],
]);

/** Without the pair of marks around it, and without the apostrophe that marks a spreadsheet cell as text. */
function withoutPair(name: string): string {
  const first = name.charAt(0);
  const inner = name.slice(1, -1);
  if (name.length > 1 && pairs.get(first)?.includes(name.slice(-1)) === true && isOnePair(first, inner)) {
    return (first === '"' ? inner.replace(/""/g, '"').replace(/\\(.)/g, '$1') : inner).trim();
  }
  return /^['‘’](?![tsn]\b)/i.test(name) ? name.slice(1).trim() : name;
}

/** Not `(Ann) Ames (Media)`. A quotation mark inside is part of the name: `"Ann ""Annie"" Ames"`. */
const isOnePair = (first: string, inner: string): boolean =>
  !'([{<（'.includes(first) || !(pairs.get(first) ?? '').split('').some((each) => inner.includes(each));

const tail = '-–—:：;；,，、|·*<';

function withoutTail(name: string): string {
  let end = name.length;
  while (end > 0 && (tail.includes(name.charAt(end - 1)) || name.charAt(end - 1) === ' ')) end -= 1;
  return name.slice(0, end);
}

/** What programs write if they know no name: spreadsheet errors, and words that aren't names. */
const placeholder =
  /^(?:#[\p{L}/0¡¿]{1,20}[!?]?|n\.a\.|null|NULL|\(null\)|<null>|nan|NaN|NAN|none|NONE|nil|NIL|true|TRUE|false|FALSE|tbd|TBD|unknown|-+)$/u;

/** Why a text can't be a person's name; null if it may be one. */
export function nobodysName(text: string): 'empty' | 'placeholder' | 'address' | 'noLetter' | null {
  const name = visibleText(text);
  if (name === '') return 'empty';
  if (placeholder.test(name) || /^(?:n\/a|undefined)$/i.test(name)) return 'placeholder';
  if (/^[^\s@]+@[^\s@]+$/.test(name)) return 'address';
  return /\p{L}/u.test(name) ? null : 'noLetter';
}
