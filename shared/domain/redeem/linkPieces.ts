import { looksLikeId } from '../invitation/invitationId';
import { isLinkStart } from './parseAddress';

/** A word of a text that may be a link or an ID. */
export interface Piece {
  readonly text: string;
  /** Nothing else is on its line, except words such as “Invitation ID:”. */
  readonly standsAlone: boolean;
  /** What is missing from it: its end was replaced by dots, or may be on the next line. */
  readonly missing: 'shortened' | 'cutOff' | null;
}

/**
 * The words of a text without surrounding punctuation and brackets. A link or UUID that a mail program broke across lines is
 * joined if that is certain; otherwise the piece says that it may be cut off.
 */
export function piecesOf(text: string): Piece[] {
  const lines = decodedText(text)
    .split(/\r\n|\r|\n/)
    .map(withoutQuoting);
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const words = line.split(separators).filter((word) => word !== '');
    const last = words.pop();
    if (last === undefined) continue;
    const end = line.endsWith(last) ? endOf(last, lines, at + 1) : { word: last, isCutOff: false, lines: 0 };
    pieces.push(...piecesOfWords([...words, end.word], end.isCutOff));
    at += end.lines;
  }
  return pieces;
}

/**
 * The last word of a line with its continuation on the following lines, and how many of those were used. What follows it on its
 * last line stays there.
 */
function endOf(
  begun: string,
  lines: string[],
  from: number,
): { readonly word: string; readonly isCutOff: boolean; readonly lines: number } {
  let word = begun;
  for (let used = 0; ; used += 1) {
    const next = nextWordOf(lines, from + used);
    const joint = next === null || word.length > maxLinkLength ? 'whole' : jointOf(word, next);
    if (next === null || joint !== 'join')
      return { word, isCutOff: joint === 'cutOff' || endsInTheMiddle(word), lines: used };
    word = joined(word, next.word);
    lines[from + used] = next.rest;
    if (next.rest !== '') return { word, isCutOff: false, lines: used };
  }
}

/** In characters. No link to an invitation comes near this, and it bounds the joining of pieces. */
const maxLinkLength = 4_000;

function piecesOfWords(words: readonly string[], lastIsCutOff: boolean): Piece[] {
  const bare = words
    .map((word) => ({ text: unwrapped(word), isShortened: isShortened(word) }))
    .filter(({ text }) => text !== '');
  const last = bare.length - 1;
  const isNamed = bare.slice(0, -1).every(({ text }) => namesAnId.has(text.toLowerCase()));
  return bare.map(({ text, isShortened }, index) => ({
    text,
    standsAlone: index === last && isNamed,
    missing: isShortened ? 'shortened' : index === last && lastIsCutOff ? 'cutOff' : null,
  }));
}

/** Separators between words: spaces, characters that no address contains, and what Markdown and HTML put before one. */
const separators = /(?:[\s<>"|`“”„（）「」『』【】。、，；]|\]\(|=')+/;

/** Words that may precede an ID on its line. */
const namesAnId: ReadonlySet<string> = new Set([
  ...['invitation', 'invite', 'id', 'code', 'your', 'the', 'is', '='],
]);

const opening = new Set('<([{"\'“‘«*>-•');
const closing = new Set('>)]}"\'”’»*.,;:!?…\u200B\u200C\u200D\u2060\uFEFF');

const unwrapped = (word: string): string => withoutClosing(withoutOpening(word));

function withoutOpening(word: string): string {
  let from = 0;
  while (from < word.length && opening.has(word.charAt(from))) from += 1;
  return word.slice(from);
}

function withoutClosing(word: string): string {
  let to = word.length;
  while (to > 0 && closing.has(word.charAt(to - 1))) to -= 1;
  return word.slice(0, to);
}

/** Three dots after a word: a page or program shortened it. */
const isShortened = (word: string): boolean => /(\.\.\.|…)[)\]}"'”’»>*]*$/.test(word.slice(-20));

/** Undoes what HTML and quoted-printable mail write for `&` and `=`. */
function decodedText(text: string): string {
  const html = text.replace(/&(?:amp|#38|#x26);/gi, '&');
  const isQuotedPrintable = /=\r?\n/.test(html) && /=3D/i.test(html);
  if (!isQuotedPrintable) return html;
  return html
    .replace(/=\r?\n/g, '')
    .replace(/=([2-7][0-9A-F])/gi, (_match, byte: string) => String.fromCharCode(parseInt(byte, 16)));
}

/** Removes the quote marks at the beginning of an email's line, and spaces at its end. */
const withoutQuoting = (line: string): string => line.replace(/^[>|\s]+/, '').trimEnd();

interface NextWord {
  readonly word: string;
  /** What follows it on its line. */
  readonly rest: string;
}

function nextWordOf(lines: readonly string[], at: number): NextWord | null {
  const [, word, rest = ''] = /^(\S+)(?:\s+(.*))?$/.exec(lines[at] ?? '') ?? [];
  return word === undefined ? null : { word, rest };
}

type Joint = 'whole' | 'join' | 'cutOff';

/** How the last word of a line joins the first word of the next. */
function jointOf(last: string, { word, rest }: NextWord): Joint {
  if (isLinkStart(word) || !/^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(word)) return 'whole';
  const bare = unwrapped(word);
  if (endsWithUuid(joined(last, withoutClosing(word))) && !endsWithUuid(last)) return 'join';
  const link = withoutOpening(last);
  if (!isLinkStart(link) || isComplete(link)) return 'whole';
  if (/^[/?&#=%]|[?&]\w+=|%3[FD]|=.*\w/i.test(bare) || /[-=&?/%]$/.test(link)) return 'join';
  const isWordOfItsOwn = rest !== '' || !(/\d/.test(bare) || /^[0-9a-f-]+$/.test(bare));
  return isWordOfItsOwn || link.endsWith(bare) ? 'whole' : 'cutOff';
}

/** A UUID that ends with one of its hyphens continues somewhere. */
const endsInTheMiddle = (word: string): boolean => looksLikeId(word) && word.endsWith('-');

/** A link of ours ends with its region; a closing bracket or the end of a sentence ends a link. */
const isComplete = (link: string): boolean =>
  /region(=|%3D)(na|eu|fe)$/i.test(link) || closing.has(link.slice(-1));

/** `=` at the end of a line belongs to quoted-printable, unless it belongs to a parameter. */
const joined = (last: string, next: string): string =>
  (last.endsWith('=') && !/[?&]\w+=$/.test(last) ? last.slice(0, -1) : last) + next;

const endsWithUuid = (text: string): boolean =>
  /(^|[^0-9a-z])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text.slice(-40));
