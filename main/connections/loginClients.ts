import { amazonEndpoints, type Endpoints } from '../../shared/domain/connection/region';
import type { AgentFetch } from '../network/agentFetch';
import type { SecretStore } from '../secrets/secretStore';
import type { ConnectionStore, StoredConnection } from './connectionStore';
import { secretMissing } from './connectionText';
import type { LoginClient } from './loginWithAmazon';
import { secretPlaceOf } from './secretPlace';
import type { SandboxHosts } from './types';

interface LoginClientsDeps {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly secrets: Pick<SecretStore, 'get'>;
  readonly sandbox: SandboxHosts;
  readonly fetch: AgentFetch;
}

interface LoginClients {
  readonly endpointsOf: (connection: StoredConnection) => Promise<Endpoints>;
  /** @throws CodedError SECRET_MISSING, and any error of the keychain */
  readonly loginClientOf: (connectionId: string) => Promise<LoginClient>;
}

/** Where each connection signs in, and as which client of Login with Amazon. */
export function createLoginClients({ connections, secrets, sandbox, fetch }: LoginClientsDeps): LoginClients {
  const endpointsOf: LoginClients['endpointsOf'] = async ({ kind, endpoints, region }) =>
    kind === 'sandbox' ? sandbox.endpoints() : (endpoints ?? amazonEndpoints[region]);

  return {
    endpointsOf,
    async loginClientOf(connectionId) {
      const connection = connections.get(connectionId);
      const { clientId, kind, hasClientSecret } = connection;
      const endpoints = await endpointsOf(connection);
      if (!hasClientSecret) return { endpoints, clientId, clientSecret: null, fetch };
      const clientSecret =
        kind === 'sandbox'
          ? sandbox.client.clientSecret
          : await secrets.get({ connectionId, kind: 'client-secret' }, secretPlaceOf(connection));
      if (clientSecret === null) throw secretMissing(connection.label);
      return { endpoints, clientId, clientSecret, fetch };
    },
  };
}
