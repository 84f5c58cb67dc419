import type { RedeemOutcome, RedeemPreview } from '../../shared/domain/redeem/redeem';
import { stateOfText } from '../access/refresh/evidence';
import { withoutUndefined } from '../../shared/util/withoutUndefined';
import { AdsError } from '../amazonAds/adsError';
import type { AdsClient } from '../amazonAds/client/client';
import { readInvitation } from '../amazonAds/invitations/invitation';
import { redeemInvitation } from '../amazonAds/redeem';
import { redeemErrorText } from './redeemErrorText';

/** How redeeming ended. */
export interface Redeemed {
  readonly outcome: RedeemOutcome;
  /** Amazon's request ID, if one came. */
  readonly requestId: string | null;
}

interface RedeemSteps {
  readonly client: AdsClient;
  readonly invitationId: string;
  /** Amazon's earlier answer about it, if any. */
  readonly preview: RedeemPreview | null;
  /** Whether our own record says that the signed-in person redeemed it before. */
  readonly isRecorded: boolean;
  /** The accounts the connection was known to reach before. */
  readonly reachedBefore: ReadonlySet<string>;
  /** Reads the connection's accounts again. @returns whether they include this one */
  readonly reaches: (accountId: string) => Promise<boolean>;
}

/**
 * Redeems an invitation, once. A lost answer is settled by asking Amazon what happened; if that can't be determined, the error
 * says so, since redeeming again is harmless.
 * @throws AdsError with what to do; its `outcome` says what is certain
 */
export async function redeemOnce(steps: RedeemSteps): Promise<Redeemed> {
  const { client, invitationId } = steps;
  try {
    return { outcome: 'redeemed', requestId: (await redeemInvitation(client, invitationId)) ?? null };
  } catch (thrown) {
    if (!(thrown instanceof AdsError) || thrown.outcome === 'notSent') throw thrown;
    // Amazon asks to slow down: nothing is decided, and another question wouldn't help.
    if (thrown.httpStatus === 429) throw thrown;
    const requestId = thrown.requestId ?? null;
    const found = await whatBecameOfIt(steps, saysRedeemed(thrown));
    if (thrown.outcome === 'refused') {
      if (found === 'redeemed') return { outcome: 'already', requestId };
      throw refused(thrown, steps.preview);
    }
    if (found === 'redeemed') return { outcome: 'redeemed', requestId };
    throw inDoubt(thrown, found);
  }
}

type Found = 'redeemed' | 'notRedeemed' | 'unknown';

/**
 * Whether the signed-in person verifiably has what the invitation was for. Never rejects.
 * @param refusedAsRedeemed whether Amazon's refusal said that it is already redeemed, by anyone
 */
async function whatBecameOfIt(
  { client, invitationId, preview, isRecorded, reachedBefore, reaches }: RedeemSteps,
  refusedAsRedeemed: boolean,
): Promise<Found> {
  if (preview?.otherAddress === true && !isRecorded) return 'unknown';
  const answer = await readInvitation(client, invitationId).catch(() => null);
  const state = stateOfText(answer?.state) ?? (refusedAsRedeemed ? 'accepted' : null);
  if (state !== null && state !== 'accepted') return 'notRedeemed';
  if (isRecorded) return 'redeemed';
  // Its own address shows that the invitation was for this person.
  if (state === 'accepted' && preview?.otherAddress === false) return 'redeemed';
  const accountId = answer?.accountId ?? preview?.accountId ?? '';
  // An account that was reachable before proves nothing.
  if (accountId === '' || (state === null && reachedBefore.has(accountId))) return 'unknown';
  const isReached = await reaches(accountId).catch(() => null);
  return isReached === true ? 'redeemed' : 'unknown';
}

/** Whether a refusal says that the invitation is already redeemed, judging by Amazon's text: it publishes no codes. */
const saysRedeemed = (error: AdsError): boolean =>
  error.outcome === 'refused' &&
  /\balready\b/i.test(error.details ?? '') &&
  /redeem|accepted/i.test(error.details ?? '');

/** Amazon's refusal with what to do about it. */
const refused = (error: AdsError, preview: RedeemPreview | null): AdsError =>
  new AdsError(
    { ...error.toBody(), message: remedyFor(error, preview) ?? error.message },
    { outcome: 'refused', ...withoutUndefined({ httpStatus: error.httpStatus }) },
  );

function remedyFor(error: AdsError, preview: RedeemPreview | null): string | null {
  const status = error.httpStatus;
  if (saysRedeemed(error) && preview?.otherAddress !== true) {
    return redeemErrorText.alreadyRedeemed;
  }
  if (status === 404) {
    return redeemErrorText.notFound;
  }
  if (status !== 403) return null;
  if (preview?.otherAddress === true) {
    return redeemErrorText.otherAddress(preview.emailAddress);
  }
  if ((preview?.missingTerms.length ?? 0) > 0) {
    return redeemErrorText.termsFirst;
  }
  return redeemErrorText.rejected;
}

const inDoubt = (error: AdsError, found: Found): AdsError =>
  new AdsError(
    {
      ...error.toBody(),
      message: found === 'notRedeemed' ? redeemErrorText.lostNotRedeemed : redeemErrorText.lostUnchecked,
      retryable: true,
    },
    { outcome: 'unknown' },
  );
