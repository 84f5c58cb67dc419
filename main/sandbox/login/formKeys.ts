import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AuthorizationRequest } from './authorization';

/** Keys that the sign-in page carries in its form. */
export interface FormKeys {
  /** The key of the page for this sign-in. */
  keyFor(request: AuthorizationRequest): string;
  /** Whether a form came from that very page of this run. */
  isFrom(request: AuthorizationRequest, key: string | null): boolean;
}

/** Makes them from a secret of this run, so that no decision is taken that was not made on the sandbox's own page. */
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
