import { CodedError } from '../../shared/errors';
import type { SecretStore } from '../secrets/secretStore';
import type { ConnectionStore } from './connectionStore';
import { renew, type Grant, type LoginClient } from './loginWithAmazon';

/** Access tokens of all connections, in memory only. */
export interface Tokens {
  /**
   * Takes over what a sign-in brought. `stored` is called in the same step, and told whether the next start can renew
   * without the browser. When `signal` fires before that, what was there before stays, and this rejects.
   */
  take(
    connectionId: string,
    grant: Grant,
    options: {
      readonly signal: AbortSignal;
      readonly stored: (kept: { readonly renewable: boolean }) => void;
    },
  ): Promise<void>;
  /**
   * An access token good for at least the next minute. However many ask at once, Amazon is asked once.
   * `renew: true`: the token before was refused, get another.
   * @throws CodedError SIGN_IN_REQUIRED, SIGN_IN_REJECTED, KEYCHAIN_LOCKED, which a person must mend; THROTTLED,
   *   AMAZON_ERROR, UNREADABLE_ANSWER, NETWORK, TIMEOUT, which pass.
   */
  get(connectionId: string, options?: { readonly renew?: boolean }): Promise<string>;
  /** Forgets the tokens of a connection, the stored refresh token too. */
  forget(connectionId: string): Promise<void>;
  /** Whether this is the token that the connection uses now. */
  isCurrent(connectionId: string, accessToken: string): boolean;
}

interface HeldToken {
  readonly accessToken: string;
  readonly expiresAt: number;
}

/** A token is renewed this long before it ends, so that none ends on the way. */
const marginMs = 60_000;

/** A token that must be renewed again so soon, in ms, is one that Amazon refuses: no sign that anything got better. */
const tooSoonMs = 60_000;

interface TokensDeps {
  readonly connections: ConnectionStore;
  readonly secrets: SecretStore;
  readonly loginClientOf: (connectionId: string) => Promise<LoginClient>;
  readonly now: () => number;
  /** Called when a connection needs the browser again. */
  readonly changed: () => void;
  /** Called when a token was renewed: what waited for one can go on. */
  readonly renewed: () => void;
}

export function createTokens(deps: TokensDeps): Tokens {
  const { connections, secrets, loginClientOf, now, changed, renewed } = deps;
  const held = new Map<string, HeldToken>();
  const renewals = new Map<string, Promise<string>>();
  const renewedAt = new Map<string, number>();

  const hold = (connectionId: string, { accessToken, expiresAt }: Grant): void => {
    held.set(connectionId, { accessToken, expiresAt });
  };

  const tellRenewed = (connectionId: string): void => {
    const before = renewedAt.get(connectionId);
    renewedAt.set(connectionId, now());
    if (before === undefined || now() - before >= tooSoonMs) renewed();
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
    hold(connectionId, grant);
    await secrets.set({ connectionId, kind: 'refresh-token' }, grant.refreshToken ?? refreshToken);
    tellRenewed(connectionId);
    return grant.accessToken;
  };

  return {
    async take(connectionId, grant, { signal, stored }) {
      const name = { connectionId, kind: 'refresh-token' } as const;
      const before = await secrets.get(name).catch(() => null);
      const keptIn = grant.refreshToken === null ? null : await secrets.set(name, grant.refreshToken);
      if (signal.aborted) {
        await (before === null ? secrets.delete(name) : secrets.set(name, before));
        throw signal.reason;
      }
      hold(connectionId, grant);
      stored({ renewable: keptIn === 'os-keychain' });
      // The one before must not renew in the name of whoever signs in now.
      if (grant.refreshToken === null && before !== null) await secrets.delete(name);
    },
    isCurrent: (connectionId, accessToken) => held.get(connectionId)?.accessToken === accessToken,
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
