import { randomUUID } from 'node:crypto';
import { defaultReturnPort } from '../../shared/domain/connection/connection';
import { withoutUndefined } from '../../shared/util/withoutUndefined';
import type { SecretStore } from '../secrets/secretStore';
import type { StoredConnection } from './connectionStore';
import type { ConnectionParts, Connections, SandboxHosts } from './types';

export interface EditConnectionsDeps {
  readonly secrets: SecretStore;
  readonly sandbox: SandboxHosts;
  readonly now: () => number;
  readonly changed: () => void;
}

/** Adding connections. */
export function addConnections(
  { store, placeOf, shown }: ConnectionParts,
  { secrets, sandbox, now, changed }: EditConnectionsDeps,
): Pick<Connections, 'add' | 'addSandbox'> {
  const add = (
    fields: Omit<
      StoredConnection,
      'connectionId' | 'state' | 'renewable' | 'identity' | 'identityConfirmed' | 'createdAt'
    >,
  ) => {
    const connectionId = randomUUID();
    store.insert({
      ...fields,
      connectionId,
      state: 'signedOut',
      renewable: false,
      identity: null,
      identityConfirmed: false,
      createdAt: now(),
    });
    changed();
    return connectionId;
  };

  return {
    async add({ label, region, clientId, clientSecret, returnPort, endpoints }) {
      const connectionId = add({
        kind: 'amazon',
        label,
        region,
        clientId,
        hasClientSecret: clientSecret !== undefined,
        returnPort: returnPort ?? defaultReturnPort,
        endpoints: endpoints ?? null,
        sandboxIdentity: null,
        realm: endpoints === undefined ? 'amazon' : new URL(endpoints.apiUrl).origin,
      });
      if (clientSecret !== undefined) {
        await secrets.set({ connectionId, kind: 'client-secret' }, clientSecret, placeOf(connectionId));
      }
      return shown(connectionId);
    },

    addSandbox(identity) {
      const number = store.all().filter(({ kind }) => kind === 'sandbox').length + 1;
      return shown(
        add({
          kind: 'sandbox',
          label: number === 1 ? 'Sandbox' : `Sandbox ${String(number)}`,
          region: 'na',
          clientId: sandbox.client.clientId,
          hasClientSecret: true,
          returnPort: defaultReturnPort,
          endpoints: null,
          sandboxIdentity: identity,
          realm: 'sandbox',
        }),
      );
    },
  };
}

/** Changing what a person entered for a connection. */
export function updateConnections(
  { store, tokens, signIns, placeOf, shown }: ConnectionParts,
  { secrets, changed }: EditConnectionsDeps,
): Pick<Connections, 'update'> {
  return {
    async update(connectionId, { clientSecret, ...fields }) {
      const { clientId, region, returnPort, state } = store.get(connectionId);
      const otherClient = fields.clientId !== undefined && fields.clientId !== clientId;
      // A grant belongs to the client it was issued to, with or without a secret; so does one still being requested.
      const grantEnds = otherClient || clientSecret !== undefined;
      const otherPlace =
        (fields.region !== undefined && fields.region !== region) ||
        (fields.returnPort !== undefined && fields.returnPort !== returnPort);
      if (grantEnds || otherPlace) signIns.cancel(connectionId);
      const name = { connectionId, kind: 'client-secret' } as const;
      // Everything is decided in one step, before waiting for the keychain.
      const secretWrites: Promise<unknown>[] = [];
      if (grantEnds) secretWrites.push(tokens.forget(connectionId));
      if (clientSecret === null) secretWrites.push(secrets.delete(name));
      store.change(connectionId, {
        ...withoutUndefined(fields),
        ...(clientSecret === undefined ? {} : { hasClientSecret: clientSecret !== null }),
        ...(grantEnds && state === 'signedIn' ? { state: 'signInAgain', renewable: false } : {}),
      });
      if (typeof clientSecret === 'string') {
        secretWrites.push(secrets.set(name, clientSecret, placeOf(connectionId)));
      }
      await Promise.all(secretWrites);
      changed();
      return shown(connectionId);
    },
  };
}
