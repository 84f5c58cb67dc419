import { z } from 'zod';
import type { components } from '../../shared/amazonAds/schema';
import type { AdsClient } from './client/client';
import { parsed } from './client/pages';

export type TermsType = components['schemas']['TermsType'];

/** The terms that a caller can start to accept according to Amazon's document; an invitation may name others (amazon-api §9). */
const termsTypes: readonly TermsType[] = ['ADSP', 'ADVERTISING', 'MARKETING_CLOUD', 'PARTNER_NETWORK'];

/** The kind of terms a text names, null if accepting it can't be started from here. */
export const termsTypeOf = (text: string): TermsType | null =>
  termsTypes.find((known) => known === text) ?? null;

/** Where a person accepts terms, and the token to query about it. */
export interface TermsToken {
  readonly termsToken: string;
  /** Amazon's page. */
  readonly termsUrl: string;
}

/**
 * Starts the acceptance of terms by the signed-in user (POST /termsTokens).
 * @throws AdsError
 */
export async function createTermsToken(client: AdsClient, termsType: TermsType): Promise<TermsToken> {
  const answer = await client.change({
    method: 'POST',
    path: '/termsTokens',
    mediaType: 'application/vnd.GlobalRegistrationService.TermsTokenResource.v1.0+json',
    accept: answerType,
    body: Buffer.from(JSON.stringify({ termsType })),
    // An unused token expires.
    harmlessTwice: true,
  });
  return parsed(tokenSchema, answer);
}

/**
 * Whether the terms were accepted with this token (GET /termsTokens/{termsToken}).
 * @throws AdsError
 */
export async function areTermsAccepted(client: AdsClient, termsToken: string): Promise<boolean> {
  const answer = await client.read({
    method: 'GET',
    path: `/termsTokens/${encodeURIComponent(termsToken)}`,
    mediaType: answerType,
  });
  const { termsTokenStatus } = parsed(statusSchema, answer);
  return termsTokenStatus === 'ACCEPTED' || termsTokenStatus === 'REDEEMED';
}

const answerType = 'application/vnd.termstokenresource.v1+json';

const tokenSchema = z.looseObject({ termsToken: z.string().min(1), termsUrl: z.string().min(1) });
const statusSchema = z.looseObject({ termsTokenStatus: z.string() });
