import { CodedError } from '../../shared/errors';
import type { SecretStore } from '../secrets/secretStore';
import type { ConnectionStore } from './connectionStore';
import { renew, type Grant, type LoginClient } from './loginWithAmazon';

/** Access tokens of all connections, in memory only. */
export interface Tokens {
  /** Takes over what a sign-in brought; says whether the next start can renew without the browser. */
  keep(connectionId: string, grant: Grant): Promise<{ readonly renewable: boolean }>;
  /**
   * An access token good for at least the next minute. However many ask at once, Amazon is asked once.
   * `renew: true`: the token before was refused, get another.
   * @throws CodedError SIGN_IN_REQUIRED, KEYCHAIN_LOCKED, NETWORK, TIMEOUT, SIGN_IN_REJECTED.
   */
  get(connectionId: string, options?: { readonly renew?: boolean }): Promise<string>;
  /** Forgets the tokens of a connection, the stored refresh token too. */
  forget(connectionId: string): Promise<void>;
  /** True when `get` would answer without the browser, as far as is known without asking. */
  holds(connectionId: string): boolean;
}

interface HeldToken {
  readonly accessToken: string;
  readonly expiresAt: number;
}

/** A token is renewed this long before it ends, so that none ends on the way. */
const marginMs = 60_000;

interface TokensDeps {
  readonly connections: ConnectionStore;
  readonly secrets: SecretStore;
  readonly loginClientOf: (connectionId: string) => Promise<LoginClient>;
  readonly now: () => number;
  /** Called when a connection needs the browser again. */
  readonly changed: () => void;
}

export function createTokens({ connections, secrets, loginClientOf, now, changed }: TokensDeps): Tokens {
  const held = new Map<string, HeldToken>();
  const renewals = new Map<string, Promise<string>>();

  const keep: Tokens['keep'] = async (connectionId, grant) => {
    held.set(connectionId, { accessToken: grant.accessToken, expiresAt: grant.expiresAt });
    if (grant.refreshToken === null) return { renewable: false };
    const keptIn = await secrets.set({ connectionId, kind: 'refresh-token' }, grant.refreshToken);
    return { renewable: keptIn === 'os-keychain' };
  };

  const signInAgain = (connectionId: string): void => {
    held.delete(connectionId);
    if (connections.get(connectionId).state === 'signedIn') {
      connections.change(connectionId, { state: 'signInAgain', renewable: false });
      changed();
    }
  };

  const renewNow = async (connectionId: string): Promise<string> => {
    const refreshToken = await secrets.get({ connectionId, kind: 'refresh-token' });
    if (refreshToken === null || connections.get(connectionId).state !== 'signedIn') {
      signInAgain(connectionId);
      throw signInRequired(connections.get(connectionId).label);
    }
    const grant = await renew(await loginClientOf(connectionId), refreshToken).catch((error: unknown) => {
      if (error instanceof CodedError && error.code === 'SIGN_IN_REQUIRED') signInAgain(connectionId);
      throw error;
    });
    // Signed out, removed or signed in anew while Amazon was asked: this answer is no longer wanted.
    if ((await secrets.get({ connectionId, kind: 'refresh-token' })) !== refreshToken) {
      throw signInRequired(connections.get(connectionId).label);
    }
    await keep(connectionId, { ...grant, refreshToken: grant.refreshToken ?? refreshToken });
    return grant.accessToken;
  };

  return {
    keep,
    holds: (connectionId) => held.has(connectionId),
    async get(connectionId, options = {}) {
      const token = held.get(connectionId);
      if (token !== undefined && options.renew !== true && token.expiresAt - marginMs > now()) {
        return token.accessToken;
      }
      const running = renewals.get(connectionId);
      if (running !== undefined) return running;
      const renewal = renewNow(connectionId).finally(() => renewals.delete(connectionId));
      renewals.set(connectionId, renewal);
      return renewal;
    },
    async forget(connectionId) {
      held.delete(connectionId);
      await secrets.delete({ connectionId, kind: 'refresh-token' });
    },
  };
}

const signInRequired = (label: string): CodedError =>
  new CodedError({
    code: 'SIGN_IN_REQUIRED',
    message: `“${label}” needs you to sign in again. Your accounts, drafts and history stay as they are.`,
  });
