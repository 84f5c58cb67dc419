import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AuthorizationRequest } from './authorization';

/** Keys in the sign-in page's form. */
export interface FormKeys {
  /** The key of the page for this sign-in. */
  keyFor(request: AuthorizationRequest): string;
  /** Whether a form came from exactly that page of this run. */
  isFrom(request: AuthorizationRequest, key: string | null): boolean;
}

/** Derives them from a secret of this run, so that only decisions made on the sandbox's own page are accepted. */
export function createFormKeys(): FormKeys {
  const secret = randomBytes(32);
  const keyFor = ({ clientId, redirectUri, scope, state, codeChallenge }: AuthorizationRequest): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify([clientId, redirectUri, scope, state, codeChallenge]))
      .digest('base64url');
  return {
    keyFor,
    isFrom(request, key) {
      const [expected, given] = [Buffer.from(keyFor(request)), Buffer.from(key ?? '')];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
