import type { ConnectionStore } from './connectionStore';
import { readIdentity, type LoginClient } from './loginWithAmazon';
import type { Tokens } from './tokens';

/** How long Amazon is left alone after it could not say whose a connection is, in ms. */
const againAfterMs = 30_000;

interface NamelessDeps {
  readonly connections: ConnectionStore;
  readonly tokens: Pick<Tokens, 'isCurrent'>;
  readonly loginClientOf: (connectionId: string) => Promise<LoginClient>;
  readonly now: () => number;
  /** Called when a name was found. */
  readonly changed: () => void;
}

/** Finds out later whose a connection is when Amazon could not say so at the sign-in. */
export interface Nameless {
  /** A sign-in brought no name; `untold`: it has no right to. */
  begin(connectionId: string, untold: boolean): void;
  /** A token is about to be used: asks with it, in the background, unless that was just done. */
  ask(connectionId: string, accessToken: string): void;
}

export function createNameless(deps: NamelessDeps): Nameless {
  const { connections, tokens, loginClientOf, now, changed } = deps;
  /** When each may be asked for again, in ms since 1970. */
  const notBefore = new Map<string, number>();

  async function nameIt(connectionId: string, accessToken: string): Promise<void> {
    const identity = await readIdentity(await loginClientOf(connectionId), accessToken);
    if (identity === null) {
      notBefore.set(connectionId, Infinity);
      return;
    }
    // Signed out, removed or signed in again in the meantime: it is somebody else's answer.
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
      // What could not be read now is asked for again with a later token or reading.
      nameIt(connectionId, accessToken).catch(() => undefined);
    },
  };
}
