import type { Identity } from '../../../shared/domain/connection/connection';
import type { FoundLink, WaitingLink } from '../../../shared/domain/redeem/redeem';
import { counted } from '../../components/text/formatTime';
import { redeemText } from './redeemText';

/** The terms that can be accepted through this app (amazon-api §9). */
const termsNames: Readonly<Record<string, string>> = {
  MARKETING_CLOUD: redeemText.amazonMarketingCloud,
  ADVERTISING: redeemText.amazonAds,
  ADSP: redeemText.amazonDsp,
  PARTNER_NETWORK: redeemText.amazonAdsPartnerNetwork,
};

/** Others are shown unchanged and can't be sent. */
export const knowsTerms = (type: string): boolean => Object.hasOwn(termsNames, type);

/** The name of the terms people agree to. */
export const termsName = (type: string): string => (knowsTerms(type) ? (termsNames[type] ?? type) : type);

/** A person signed in at Amazon, as far as Amazon says. */
export function identityText(identity: Identity | null): string {
  if (identity === null) return 'somebody whom Amazon does not name';
  const { name, email, userId } = identity;
  if (name !== undefined && email !== undefined) return `${name} (${email})`;
  return name ?? email ?? userId;
}

/** The title of an invitation: its account, as far as known. */
export const titleOf = ({ preview, invitationId }: WaitingLink): string =>
  preview?.accountName ?? preview?.accountId ?? invitationId;

interface Reading {
  readonly found: readonly FoundLink[];
  /** How many of the invitations weren't waiting yet. */
  readonly added: number;
}

/** What a text contained, in a sentence. */
export function readingText({ found, added }: Reading): string {
  const invitations = found.filter(({ kind }) => kind === 'invitation').length;
  const known = invitations - added;
  const parts = [
    ...(added === 0 ? [] : [`${counted(added, 'invitation')} added.`]),
    ...(known <= 0 ? [] : [redeemText.alreadyHere(known)]),
  ];
  return parts.length === 0 ? redeemText.noInvitationFound : parts.join(' ');
}

/** What stays in the box: whatever wasn't understood, or all of it if nothing was. */
export function remainder(text: string, found: readonly FoundLink[]): string {
  if (found.every(({ kind }) => kind === 'unknown')) return text;
  return found.flatMap((each) => (each.kind === 'unknown' ? [each.text] : [])).join('\n');
}
