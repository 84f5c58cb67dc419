import type { SecretStore } from '../secrets/secretStore';
import type { ConnectionParts, Connections } from './types';

interface LeaveConnectionsDeps {
  readonly secrets: Pick<SecretStore, 'delete'>;
  readonly changed: () => void;
}

/** Signing out of connections, and removing them. */
export function leaveConnections(
  { store, tokens, signIns, shown }: ConnectionParts,
  { secrets, changed }: LeaveConnectionsDeps,
): Pick<Connections, 'signOut' | 'remove'> {
  return {
    async signOut(connectionId) {
      signIns.cancel(connectionId);
      const forgotten = tokens.forget(connectionId);
      const { identityConfirmed } = store.get(connectionId);
      store.change(connectionId, {
        state: 'signedOut',
        renewable: false,
        // An unconfirmed identity is dropped: the next sign-in asks again.
        ...(identityConfirmed ? {} : { identity: null }),
      });
      changed();
      await forgotten;
      return shown(connectionId);
    },

    async remove(connectionId) {
      signIns.cancel(connectionId);
      store.remove(connectionId);
      const forgotten = [
        tokens.forget(connectionId),
        secrets.delete({ connectionId, kind: 'client-secret' }),
      ];
      changed();
      await Promise.all(forgotten);
    },
  };
}
