import type { FoundLink } from './redeem';
import { isLongToken, looksLikeId } from '../invitation/invitationId';
import { isOwnLink, linkIn, ownLink, unknown } from './parseAddress';
import { piecesOf, type Piece } from './linkPieces';
import { posesAsOurs } from './linkScheme';

/** The most that is taken from one text. */
const maxFound = 200;

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
  if (pieces.length === 1) return [foundIn(only, redeemPage) ?? tokenIn(only) ?? nothingIn(text)];
  const found = pieces.flatMap((piece): FoundLink[] => {
    const link = foundIn(piece, redeemPage);
    const isOthers =
      link?.kind === 'unknown' && link.reason !== missingEnd(piece) && !isOurConcern(piece.text);
    return link === null || isOthers ? [] : [link];
  });
  return found.length === 0 ? [nothingIn(text)] : withoutRepeats(found).slice(0, maxFound);
}

/** What a link that was opened outside the app is: one of ours, whole and alone, or `unknown`. Never throws. */
export const openedLink = (text: string): FoundLink =>
  isOwnLink(text) ? ownLink(text) : unknown(text, 'This is not a link to AMC Access Manager.');

/** What a piece is; null where it is neither a link nor an ID. What is incomplete never becomes an invitation. */
function foundIn(piece: Piece, redeemPage: string): FoundLink | null {
  const link = linkIn(piece.text, redeemPage) ?? idIn(piece);
  const reason = missingEnd(piece);
  return link?.kind === 'invitation' && reason !== null ? unknown(piece.text, reason) : link;
}

const missingEnd = ({ missing }: Piece): string | null =>
  missing === null ? null : incompleteReasons[missing];

const tokenIn = ({ text, missing }: Piece): FoundLink | null =>
  missing === null && isLongToken(text) ? idOf(text) : null;

const incompleteReasons = {
  shortened:
    'This link was shortened: its end is replaced by dots. Copy the whole link, or paste the invitation ID.',
  cutOff:
    'This link may be cut off at the end of its line. Copy the whole link in one line, or paste the invitation ID.',
} as const;

/** In a message, other people's links are none of our business; those that pretend to be Amazon's or ours are. */
const isOurConcern = posesAsOurs;

const idIn = ({ text, standsAlone }: Piece): FoundLink | null =>
  standsAlone && looksLikeId(text) ? idOf(text) : null;

const idOf = (invitationId: string): FoundLink => ({ kind: 'invitation', invitationId, region: null });

const nothingIn = (text: string): FoundLink =>
  unknown(text.trim(), 'No redeem link or invitation ID found. Paste the link you received, or only the ID.');

function withoutRepeats(found: readonly FoundLink[]): FoundLink[] {
  const seen = new Set<string>();
  return found.filter((link) => {
    const key = link.kind === 'invitation' ? `invitation ${link.invitationId}` : JSON.stringify(link);
    return !seen.has(key) && seen.add(key);
  });
}
