import type { ConnectionStore } from './connectionStore';
import { readIdentity, type LoginClient } from './loginWithAmazon';
import type { Tokens } from './tokens';

/** How long to wait after Amazon couldn't say who owns a connection, in ms. */
const againAfterMs = 30_000;

interface NamelessDeps {
  readonly connections: ConnectionStore;
  readonly tokens: Pick<Tokens, 'isCurrent'>;
  readonly loginClientOf: (connectionId: string) => Promise<LoginClient>;
  readonly now: () => number;
  /** Called when the identity was found. */
  readonly changed: () => void;
}

/** Finds out later who owns a connection if Amazon couldn't say at sign-in. */
export interface Nameless {
  /** A sign-in returned no identity; `untold`: it isn't allowed to. */
  begin(connectionId: string, untold: boolean): void;
  /** A token is about to be used: looks up the identity with it, in the background, unless that was just tried. */
  ask(connectionId: string, accessToken: string): void;
}

export function createNameless(deps: NamelessDeps): Nameless {
  const { connections, tokens, loginClientOf, now, changed } = deps;
  /** Earliest time of the next lookup for each, in ms since 1970. */
  const notBefore = new Map<string, number>();

  async function nameIt(connectionId: string, accessToken: string): Promise<void> {
    const identity = await readIdentity(await loginClientOf(connectionId), accessToken);
    if (identity === null) {
      notBefore.set(connectionId, Infinity);
      return;
    }
    // Signed out, removed or signed in again in the meantime: the answer is about someone else.
    if (!tokens.isCurrent(connectionId, accessToken)) return;
    connections.change(connectionId, { identity, identityConfirmed: false });
    changed();
  }

  return {
    begin(connectionId, untold) {
      notBefore.set(connectionId, untold ? Infinity : now() + againAfterMs);
    },
    ask(connectionId, accessToken) {
      if (now() < (notBefore.get(connectionId) ?? 0)) return;
      const { identity, state } = connections.get(connectionId);
      if (identity !== null || state !== 'signedIn') return;
      notBefore.set(connectionId, now() + againAfterMs);
      // A failed lookup is repeated with a later token or reading.
      nameIt(connectionId, accessToken).catch(() => undefined);
    },
  };
}
