import type { FoundLink } from './redeem';
import { isLongToken, looksLikeId } from '../invitation/invitationId';
import { isOwnLink, linkIn, ownLink, unknown } from './parseAddress';
import { piecesOf, type Piece } from './linkPieces';
import { posesAsOurs } from './linkScheme';

/** Max number of items found in one text. */
const maxFound = 200;

interface TextOptions {
  /** The agency's own page with redeem links, as set in Settings; empty: none. */
  readonly redeemPage?: string;
}

/**
 * What a text holds: our links, bare invitation ids, addresses of Amazon's pages, or a whole message with several of them. Of a
 * message only what concerns us is returned; if there is nothing, a single `unknown`. A bare ID must be the whole text, or alone
 * on its line, perhaps after “Invitation ID:”. Fetches nothing and never throws; results are unique.
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

/** Classifies a link opened outside the app: one of ours, complete and alone, or `unknown`. Never throws. */
export const openedLink = (text: string): FoundLink =>
  isOwnLink(text) ? ownLink(text) : unknown(text, 'This is not a link to AMC Access Manager.');

/** Classifies a piece; null if it is neither a link nor an ID. An incomplete one never becomes an invitation. */
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

/** In a message, other people's links don't concern us; those that claim to be Amazon's or ours do. */
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
