import { CodedError } from '../../shared/errors';
import { isWithin, type SecretPlace } from '../secrets/boundSecret';
import type { SecretStore } from '../secrets/secretStore';
import type { ConnectionStore } from './connectionStore';
import { renew, type Grant, type LoginClient } from './loginWithAmazon';
import { connectionsErrorText } from './connectionsErrorText';

/** Access tokens of all connections, in memory only. */
export interface Tokens {
  /**
   * Stores the result of a sign-in. `stored` is called in the same step, with whether the next launch can renew without the
   * browser. If `signal` fires before that, the previous tokens stay and this rejects; if the tokens are deleted before that,
   * none remain.
   */
  take(connectionId: string, grant: Grant, options: TakeOptions): Promise<void>;
  /**
   * An access token valid for at least the next minute. Concurrent callers share one request to Amazon. `renew: true`: the
   * previous token was refused, get a new one.
   * @throws CodedError SIGN_IN_REQUIRED, SIGN_IN_REJECTED, KEYCHAIN_LOCKED, OTHER_HOSTS, SECRET_MISSING, which a person
   * must fix; THROTTLED, AMAZON_ERROR, UNREADABLE_ANSWER, NETWORK, TIMEOUT, which are temporary.
   */
  get(connectionId: string, options?: { readonly renew?: boolean }): Promise<string>;
  /**
   * Deletes the tokens of a connection, including the stored refresh token. From this call on none is returned, and a running
   * renewal stores nothing.
   */
  forget(connectionId: string): Promise<void>;
  /** Whether this is the connection's current token. */
  isCurrent(connectionId: string, accessToken: string): boolean;
}

interface TakeOptions {
  /** Where the grant was issued, and may be sent. */
  readonly place: SecretPlace;
  readonly signal: AbortSignal;
  readonly stored: (grant: { readonly renewable: boolean }) => void;
}

interface HeldToken {
  readonly accessToken: string;
  readonly expiresAt: number;
  /** Where it was issued, and may be sent. */
  readonly place: SecretPlace;
}

/** A token is renewed this long before it expires, so that none expires in transit. */
const marginMs = 60_000;

/** A token that has to be renewed again this soon, in ms, is one that Amazon refuses, and no sign of recovery. */
const tooSoonMs = 60_000;

interface TokensDeps {
  readonly connections: ConnectionStore;
  readonly secrets: SecretStore;
  readonly loginClientOf: (connectionId: string) => Promise<LoginClient>;
  /** Where the connection's secrets may be sent, by its stored data. */
  readonly placeOf: (connectionId: string) => SecretPlace;
  readonly now: () => number;
  /** Called when a connection needs the browser again. */
  readonly changed: () => void;
  /** Called when a token was renewed, so that waiting work can continue. */
  readonly renewed: () => void;
}

/** The lifetime of one grant. A sign-in begins another and signing out ends it; work still running then is dropped. */
interface Life {
  token: HeldToken | null;
  renewal: Promise<string> | null;
}

/** The current lifetime of each connection's tokens. */
interface Lives {
  of(connectionId: string): Life;
  current(connectionId: string): Life | undefined;
  begin(connectionId: string, token?: HeldToken | null): Life;
  end(connectionId: string): void;
  hasEnded(connectionId: string, life: Life): boolean;
}

function createLives(): Lives {
  const lives = new Map<string, Life>();
  const begin: Lives['begin'] = (connectionId, token = null) => {
    const life: Life = { token, renewal: null };
    lives.set(connectionId, life);
    return life;
  };
  return {
    of: (connectionId) => lives.get(connectionId) ?? begin(connectionId),
    current: (connectionId) => lives.get(connectionId),
    begin,
    end(connectionId) {
      lives.delete(connectionId);
    },
    hasEnded: (connectionId, life) => lives.get(connectionId) !== life,
  };
}

const hold = (life: Life, { accessToken, expiresAt }: Grant, place: SecretPlace): void => {
  life.token = { accessToken, expiresAt, place };
};

/** Gets the next access token with the stored refresh token. */
function createRenewal(
  deps: TokensDeps,
  lives: Lives,
): (connectionId: string, life: Life) => Promise<string> {
  const { connections, secrets, loginClientOf, placeOf, now, changed, renewed } = deps;
  const renewedAt = new Map<string, number>();

  const noteRenewed = (connectionId: string): void => {
    const before = renewedAt.get(connectionId);
    renewedAt.set(connectionId, now());
    if (before === undefined || now() - before >= tooSoonMs) renewed();
  };

  const signInAgain = (connectionId: string, life: Life): void => {
    life.token = null;
    if (connections.get(connectionId).state === 'signedIn') {
      connections.change(connectionId, { state: 'signInAgain', renewable: false });
      changed();
    }
  };

  return async (connectionId, life) => {
    const { label } = connections.get(connectionId);
    const name = { connectionId, kind: 'refresh-token' } as const;
    // Signed out, removed or signed in again in the meantime: nothing is stored or returned.
    const orEnded = <T>(value: T): T => {
      if (lives.hasEnded(connectionId, life)) throw signInRequired(label);
      return value;
    };
    const place = placeOf(connectionId);
    const refreshToken = orEnded(await secrets.get(name, place));
    if (refreshToken === null) {
      signInAgain(connectionId, life);
      throw signInRequired(label);
    }
    const client = orEnded(await loginClientOf(connectionId));
    const grant = await renew(client, refreshToken).catch((error: unknown) => {
      orEnded(null);
      if (error instanceof CodedError && error.code === 'SIGN_IN_REQUIRED') signInAgain(connectionId, life);
      throw error;
    });
    orEnded(null);
    hold(life, grant, place);
    // Amazon usually returns the same one, which is already stored.
    if (grant.refreshToken !== null && grant.refreshToken !== refreshToken) {
      const storedIn = orEnded(await secrets.set(name, grant.refreshToken, place));
      connections.change(connectionId, { renewable: storedIn === 'os-keychain' });
    }
    noteRenewed(connectionId);
    return grant.accessToken;
  };
}

export function createTokens(deps: TokensDeps): Tokens {
  const { connections, secrets, placeOf, now } = deps;
  const lives = createLives();
  const renewNow = createRenewal(deps, lives);

  return {
    async take(connectionId, grant, { place, signal, stored }) {
      const name = { connectionId, kind: 'refresh-token' } as const;
      const lifeBefore = lives.of(connectionId);
      const before = await secrets.get(name, place).catch(() => null);
      if (lives.hasEnded(connectionId, lifeBefore)) throw forgotten();
      // From here on no renewal of the previous grant overwrites the new one.
      const life = lives.begin(connectionId, lifeBefore.token);
      const storedIn =
        grant.refreshToken === null ? null : await secrets.set(name, grant.refreshToken, place);
      if (lives.hasEnded(connectionId, life)) throw forgotten();
      if (signal.aborted) {
        await (before === null ? secrets.delete(name) : secrets.set(name, before, place));
        throw signal.reason;
      }
      hold(life, grant, place);
      stored({ renewable: storedIn === 'os-keychain' });
      // The previous token must not renew in the name of the new user.
      if (grant.refreshToken === null) await secrets.delete(name);
    },
    isCurrent: (connectionId, accessToken) => lives.current(connectionId)?.token?.accessToken === accessToken,
    async get(connectionId, options = {}) {
      const { state, label } = connections.get(connectionId);
      if (state !== 'signedIn') throw signInRequired(label);
      const life = lives.of(connectionId);
      const { token } = life;
      if (token !== null && options.renew !== true && token.expiresAt - marginMs > now()) {
        if (isWithin(placeOf(connectionId), token.place)) return token.accessToken;
        // The stored secrets are compared too, with error messages for people.
        life.token = null;
      }
      const renewal = (life.renewal ??= renewNow(connectionId, life).finally(() => {
        life.renewal = null;
      }));
      return renewal;
    },
    async forget(connectionId) {
      lives.end(connectionId);
      await secrets.delete({ connectionId, kind: 'refresh-token' });
    },
  };
}

const signInRequired = (label: string): CodedError =>
  new CodedError({
    code: 'SIGN_IN_REQUIRED',
    message: connectionsErrorText.signInRequired(label),
  });

const forgotten = (): CodedError =>
  new CodedError({
    code: 'SIGN_IN_CANCELLED',
    message: connectionsErrorText.forgotten,
    retryable: true,
  });
