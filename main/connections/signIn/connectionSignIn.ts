import { orAborted } from '../../network/orAborted';
import type { SecretPlace } from '../../secrets/boundSecret';
import { identityAfter } from '../identityAfter';
import type { ConnectionParts, Connections, ConnectionsDeps } from '../types';
import { anyPort } from './loopbackServers';
import { signInThroughBrowser, type SignedIn } from './signIn';

interface AcceptOptions {
  /** Where the grant was issued. */
  readonly place: SecretPlace;
  readonly signal: AbortSignal;
  readonly acceptUserId: string | null | undefined;
}

type ConnectionSignInDeps = Pick<
  ConnectionsDeps,
  'openInBrowser' | 'onResume' | 'now' | 'signInWaitMs' | 'signInPatienceMs'
>;

/** Signing in through the browser, and what the connection stores of it. */
export function createConnectionSignIn(
  { store, tokens, signIns, nameless, loginClientOf, placeOf, shown }: ConnectionParts,
  { openInBrowser, onResume, now, signInWaitMs, signInPatienceMs }: ConnectionSignInDeps,
): Pick<Connections, 'signIn'> {
  const waitMs = signInWaitMs ?? 5 * 60_000;
  const patienceMs = signInPatienceMs ?? 20_000;

  /** Stores the result of a sign-in, unless that isn't allowed or it was canceled. */
  const accept = async (
    connectionId: string,
    { grant, who }: SignedIn,
    { place, signal, acceptUserId }: AcceptOptions,
  ): Promise<void> => {
    signal.throwIfAborted();
    const belongs = identityAfter(store.get(connectionId), who, acceptUserId);
    await tokens.take(connectionId, grant, {
      place,
      signal,
      stored: ({ renewable }) => {
        store.change(connectionId, { state: 'signedIn', renewable, ...belongs });
      },
    });
    if (who.kind !== 'known') nameless.begin(connectionId, who.kind === 'untold');
  };

  return {
    async signIn(connectionId, { acceptUserId } = {}) {
      const { kind, returnPort, sandboxIdentity } = store.get(connectionId);
      await signIns.run(connectionId, async (signal, waiting) => {
        const place = placeOf(connectionId);
        const signedIn = await signInThroughBrowser({
          client: await orAborted(signal, loginClientOf(connectionId)),
          // The sandbox requires no registered return URL, so a busy port need not block signing in.
          returnPort: kind === 'sandbox' ? anyPort : returnPort,
          loginHint: sandboxIdentity,
          openInBrowser: (link) => openInBrowser(link, [new URL(link).origin]),
          ...{ waiting, signal, waitMs, patienceMs, onResume, now },
        });
        await accept(connectionId, signedIn, { place, signal, acceptUserId });
      });
      return shown(connectionId);
    },
  };
}
