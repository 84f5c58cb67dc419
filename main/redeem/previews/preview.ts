import type { Identity } from '../../../shared/domain/connection/connection';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { RedeemPreview } from '../../../shared/domain/redeem/redeem';
import { CodedError } from '../../../shared/errors';
import type { ReadInvitation } from '../../amazonAds/invitations/invitation';
import { redeemErrorText } from '../redeemErrorText';

/** What else is known about an invitation when Amazon has answered. */
interface PreviewDeps {
  readonly identity: Identity | null;
  /** The account's name on this computer, null if unknown. */
  readonly accountName: (accountId: string) => string | null;
  /** Whether these terms were accepted through the same connection since the app started. */
  readonly isAccepted: (termsType: string) => boolean;
  /** ms since 1970. */
  readonly now: number;
}

/** What a person sees before they redeem. */
export function previewOf(
  { invitation, accountId, state, termsTypes }: ReadInvitation,
  { identity, accountName, isAccepted, now }: PreviewDeps,
): RedeemPreview {
  return {
    accountId: accountId ?? '',
    accountName: accountId === undefined ? null : accountName(accountId),
    emailAddress: invitation.emailAddress ?? null,
    userName: invitation.userName ?? null,
    role: invitation.role ?? null,
    state: state ?? null,
    createdBy: invitation.createdBy ?? null,
    createdAt: invitation.createdAt ?? null,
    expiresAt: invitation.expiresAt ?? null,
    missingTerms: termsTypes.filter((termsType) => !isAccepted(termsType)),
    otherAddress: isOtherAddress(identity?.email, invitation.emailAddress),
    asOf: now,
  };
}

/** Null if either is unknown or masked. */
function isOtherAddress(signedIn: string | undefined, invited: string | undefined): boolean | null {
  if (signedIn === undefined || invited === undefined || invited.includes('*')) return null;
  return mailboxKey(signedIn) !== mailboxKey(invited);
}

/** Amazon says nothing about an invitation (403, 404) that our own record says the same person redeemed. */
export const redeemedAlready = (identity: Identity | null): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: redeemErrorText.redeemedAlready(identity?.email ?? identity?.name ?? null),
  });

/** Amazon says nothing about an invitation (403, 404); why isn't documented (amazon-api §8). */
export const notShown = (identity: Identity | null): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: redeemErrorText.notShown(identity?.email ?? identity?.name ?? null),
    retryable: true,
  });
