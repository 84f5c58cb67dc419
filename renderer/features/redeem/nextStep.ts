import type { AccountRef } from '../../../shared/domain/account/account';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { TermsWatch, WaitingLink } from '../../../shared/domain/redeem/redeem';
import { knowsTerms } from './redeemWords';

/** What a person can do next with an invitation. */
export type NextStep =
  /** It is redeemed. */
  | { readonly kind: 'done' }
  /** There is no connection of its region. */
  | { readonly kind: 'connect' }
  /** There are some, and none was selected. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'signIn'; readonly connection: Connection }
  /** The link came from outside the app, and nobody has asked about it yet: Amazon isn't asked before that. */
  | { readonly kind: 'look' }
  /** Amazon hasn't been asked yet, or hasn't answered. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'terms'; readonly types: readonly string[] }
  /** `doubtful`: Amazon will probably refuse; trying is still allowed. */
  | { readonly kind: 'redeem'; readonly doubtful: boolean };

/** The connections through which an invitation could be redeemed: those of its region, or all when it names none. */
export const candidatesFor = (
  link: Pick<WaitingLink, 'region'>,
  connections: readonly Connection[],
): readonly Connection[] =>
  connections.filter(({ region }) => link.region === null || region === link.region);

interface Circumstances {
  readonly connections: readonly Connection[];
  readonly terms: readonly TermsWatch[];
  /** The invitations that a person has asked about since this screen was opened, by ID. */
  readonly lookedAt: ReadonlySet<string>;
  /** ms since 1970. */
  readonly now: number;
}

/** The step an invitation is at. */
export function nextStep(link: WaitingLink, { connections, terms, lookedAt, now }: Circumstances): NextStep {
  const { invitationId, connectionId, from, preview, previewError, outcome } = link;
  if (outcome !== null) return { kind: 'done' };
  const connection = connections.find((each) => each.connectionId === connectionId);
  if (connection === undefined) {
    return { kind: candidatesFor(link, connections).length === 0 ? 'connect' : 'choose' };
  }
  if (connection.state !== 'signedIn') return { kind: 'signIn', connection };
  if (preview === null) {
    if (from === 'opened' && previewError === null && !lookedAt.has(invitationId)) return { kind: 'look' };
    return previewError === null ? { kind: 'asking' } : { kind: 'redeem', doubtful: true };
  }
  const hasExpired = preview.expiresAt !== null && preview.expiresAt <= now;
  const doubtful = hasExpired || !isOpen(preview.state) || preview.otherAddress === true;
  const types = missingTerms(link, terms).filter(knowsTerms);
  // A person who can't redeem need not agree to anything first.
  return types.length > 0 && !doubtful ? { kind: 'terms', types } : { kind: 'redeem', doubtful };
}

/** The terms that Amazon still requires, from its latest answer and what was accepted since. */
const missingTerms = (
  { connectionId, preview }: WaitingLink,
  terms: readonly TermsWatch[],
): readonly string[] => {
  const accepted = acceptedTerms(connectionId, terms);
  return (preview?.missingTerms ?? []).filter((type) => !accepted.includes(type));
};

/** The terms to show with an invitation: those still to be accepted, and those accepted since the app started. */
export const termsOf = (link: WaitingLink, terms: readonly TermsWatch[]): readonly string[] =>
  link.preview === null
    ? []
    : [...new Set([...link.preview.missingTerms, ...acceptedTerms(link.connectionId, terms)])];

const acceptedTerms = (connectionId: string | null, terms: readonly TermsWatch[]): readonly string[] =>
  terms
    .filter((watch) => watch.connectionId === connectionId && watch.status === 'accepted')
    .map(({ termsType }) => termsType);

/** The account of an invitation, through the connection that will redeem it; null while unknown. */
export const accountRefOf = ({ connectionId, preview }: WaitingLink): AccountRef | null =>
  connectionId === null || preview === null ? null : { connectionId, accountId: preview.accountId };

/** Amazon's state is free text (amazon-api §2): any unknown word for waiting is shown and doubted. */
export const isOpen = (state: string | null): boolean =>
  state === null || /^(?:pending|resent)$/i.test(state);
