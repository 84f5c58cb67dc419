import { createAdsClient, type AdsClient } from './amazonAds/client';
import type { Connections } from './connections/connections';
import type { AgentFor } from './network/agents';

/**
 * One client per connection, kept while the connection's host and client id stay the same. A changed connection
 * gets a new client; a call under way goes on with the old one and its own token.
 */
export function createAdsClients(
  connections: Pick<Connections, 'apiAccess' | 'getToken'>,
  agentFor: AgentFor,
): (connectionId: string) => Promise<AdsClient> {
  const clients = new Map<string, { readonly key: string; readonly client: AdsClient }>();
  return async (connectionId) => {
    const { apiUrl, clientId } = await connections.apiAccess(connectionId);
    const key = `${apiUrl} ${clientId}`;
    const known = clients.get(connectionId);
    if (known?.key === key) return known.client;
    const client = createAdsClient(
      { apiUrl, clientId, getToken: (options) => connections.getToken(connectionId, options) },
      { agentFor },
    );
    clients.set(connectionId, { key, client });
    return client;
  };
}
