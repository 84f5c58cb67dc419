import type { FoundLink } from './domain/redeem';
import { isLongToken, looksLikeId } from './invitationId';
import { isOwnLink, linkIn, ownLink, unknown } from './redeemAddress';

/** The most that is taken from one text. */
const mostFound = 200;

interface TextOptions {
  /** The agency's own page with redeem links, as set in Settings; empty: none. */
  readonly redeemPage?: string;
}

/**
 * What a text holds: our links, bare invitation ids, addresses of Amazon's pages, or a whole message with several of them.
 * Of a message only what is meant for us is told; where there is nothing, one `unknown` says so. A bare id has to stand
 * alone, or alone on its line, perhaps behind “Invitation ID:”. Nothing is fetched. Never throws; each is named once.
 */
export function parseRedeemText(text: string, { redeemPage = '' }: TextOptions = {}): FoundLink[] {
  const pieces = piecesOf(text);
  const [only] = pieces;
  if (only === undefined) return [];
  if (pieces.length === 1) {
    return [
      linkIn(only.text, redeemPage) ??
        (isLongToken(only.text) ? idOf(only.text) : idIn(only)) ??
        nothingIn(text),
    ];
  }
  const found = pieces.flatMap((piece): FoundLink[] => {
    const link = linkIn(piece.text, redeemPage) ?? idIn(piece);
    return link === null || (link.kind === 'unknown' && !isOurConcern(piece.text)) ? [] : [link];
  });
  return found.length === 0 ? [nothingIn(text)] : withoutRepeats(found).slice(0, mostFound);
}

/** What a link that was opened outside the app is: one of ours, whole and alone, or `unknown`. Never throws. */
export const openedLink = (text: string): FoundLink =>
  isOwnLink(text) ? ownLink(text) : unknown(text, 'What was opened is no link of AMC Access Manager.');

interface Piece {
  readonly text: string;
  /** Nothing else is on its line, but for words such as “Invitation ID:”. */
  readonly standsAlone: boolean;
}

/** Between words: besides spaces what no address holds, and what Markdown puts before one. */
const separators = /(?:[\s<>"|“”]|\]\()+/;

/** The words of a text without the punctuation and brackets around them. */
function piecesOf(text: string): Piece[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const words = line
      .split(separators)
      .map(unwrapped)
      .filter((word) => word !== '');
    const last = words.length - 1;
    const isNamed = words.slice(0, -1).every((word) => namesAnId.has(word.toLowerCase()));
    return words.map((word, index) => ({ text: word, standsAlone: index === last && isNamed }));
  });
}

/** The words that may stand before an id on its line. */
const namesAnId: ReadonlySet<string> = new Set([
  'invitation',
  'invite',
  'id',
  'code',
  'your',
  'the',
  'is',
  '=',
]);

const opening = new Set('<([{"\'“‘«*>-•');
const closing = new Set('>)]}"\'”’»*.,;:!?');

function unwrapped(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && opening.has(word.charAt(from))) from += 1;
  while (to > from && closing.has(word.charAt(to - 1))) to -= 1;
  return word.slice(from, to);
}

/** In a message, other people's links are none of our business; those that pretend to be Amazon's or ours are. */
const isOurConcern = (text: string): boolean => isOwnLink(text) || /amazon/i.test(text);

const idIn = ({ text, standsAlone }: Piece): FoundLink | null =>
  standsAlone && looksLikeId(text) ? idOf(text) : null;

const idOf = (invitationId: string): FoundLink => ({ kind: 'invitation', invitationId, region: null });

const nothingIn = (text: string): FoundLink =>
  unknown(
    text.trim(),
    'There is no redeem link and no invitation ID in it. Paste the link you got, or the ID alone.',
  );

function withoutRepeats(found: readonly FoundLink[]): FoundLink[] {
  const seen = new Set<string>();
  return found.filter((link) => {
    const key = link.kind === 'invitation' ? `invitation ${link.invitationId}` : JSON.stringify(link);
    return !seen.has(key) && seen.add(key);
  });
}
