import { identityName, returnUrl, type Connection } from '../../shared/domain/connection/connection';
import { createConnectionStore, type StoredConnection } from './connectionStore';
import { notConfirmed, somebodyElse } from './connectionText';
import { addConnections, updateConnections } from './editConnections';
import { leaveConnections } from './leaveConnections';
import { createLoginClients } from './loginClients';
import { createNameless } from './nameless';
import { secretPlaceOf } from './secretPlace';
import { createConnectionSignIn } from './signIn/connectionSignIn';
import type { PendingSignIn } from './signIn/signIn';
import { createSignIns } from './signIn/signIns';
import { createTokens } from './tokens';
import type { ConnectionParts, Connections, ConnectionsDeps } from './types';

/** All connections to accounts: adding, signing in, tokens, signing out, removing. */
export function createConnections(deps: ConnectionsDeps): Connections {
  const { db, secrets, sandbox, fetch, now, changed, renewed } = deps;
  const store = createConnectionStore(db);
  const signIns = createSignIns(changed);
  const { endpointsOf, loginClientOf } = createLoginClients({ connections: store, secrets, sandbox, fetch });
  const placeOf: ConnectionParts['placeOf'] = (connectionId) => secretPlaceOf(store.get(connectionId));
  const tokens = createTokens({ connections: store, secrets, loginClientOf, placeOf, now, changed, renewed });
  const nameless = createNameless({ connections: store, tokens, loginClientOf, now, changed });
  const shown: ConnectionParts['shown'] = (connectionId) =>
    toConnection(store.get(connectionId), signIns.pendingOf(connectionId));
  const parts = { store, tokens, signIns, nameless, loginClientOf, placeOf, shown };

  // Whatever was only in memory was lost when the last run ended.
  for (const { connectionId, state, renewable } of store.all()) {
    if (state === 'signedIn' && !renewable) store.change(connectionId, { state: 'signInAgain' });
  }

  return {
    list: () => store.all().map(({ connectionId }) => shown(connectionId)),
    ...addConnections(parts, deps),
    ...updateConnections(parts, deps),
    ...createConnectionSignIn(parts, deps),
    signInLink: signIns.newLink,
    cancelSignIn: signIns.cancel,
    ...leaveConnections(parts, deps),

    confirmIdentity(connectionId, userId) {
      const { identity } = store.get(connectionId);
      if (identity?.userId !== userId) throw somebodyElse();
      store.change(connectionId, { identityConfirmed: true });
      changed();
      return shown(connectionId);
    },

    realmOf: (connectionId) => store.get(connectionId).realm,

    async apiAccess(connectionId) {
      const connection = store.get(connectionId);
      return { apiUrl: (await endpointsOf(connection)).apiUrl, clientId: connection.clientId };
    },

    async getToken(connectionId, options) {
      const accessToken = await tokens.get(connectionId, options);
      nameless.ask(connectionId, accessToken);
      return accessToken;
    },

    requireConfirmed(connectionId) {
      const { label, identity, identityConfirmed } = store.get(connectionId);
      if (identity !== null && !identityConfirmed) throw notConfirmed(label, identityName(identity));
    },

    actorOf(connectionId) {
      const { label, identity } = store.get(connectionId);
      return { connectionLabel: label, actor: identity === null ? 'unknown' : identityName(identity) };
    },
  };
}

const toConnection = (stored: StoredConnection, pendingSignIn: PendingSignIn | null): Connection => ({
  connectionId: stored.connectionId,
  kind: stored.kind,
  label: stored.label,
  region: stored.region,
  clientId: stored.clientId,
  hasClientSecret: stored.hasClientSecret,
  returnPort: stored.returnPort,
  returnUrl: returnUrl(stored.returnPort),
  endpoints: stored.endpoints,
  realm: stored.realm,
  state: stored.state,
  identity: stored.identity,
  identityConfirmed: stored.identityConfirmed,
  pendingSignIn,
});
