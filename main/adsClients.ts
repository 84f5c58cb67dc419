import { notSent } from './amazonAds/adsError';
import { createAdsClient, type AdsClient } from './amazonAds/client';
import type { Connections } from './connections/types';
import type { AgentFor } from './network/agents';

/**
 * One client per connection, kept while the connection's host and client id stay the same. A changed connection
 * gets a new client; a call under way goes on with the old one and its own token. Nothing is changed in the name of
 * somebody whom no person has confirmed.
 * @param answered called after each reading that succeeded: the connection is signed in for certain then
 */
export function createAdsClients(
  connections: Pick<Connections, 'apiAccess' | 'getToken' | 'requireConfirmed'>,
  agentFor: AgentFor,
  answered: (connectionId: string) => void = () => undefined,
): (connectionId: string) => Promise<AdsClient> {
  const clients = new Map<string, { readonly key: string; readonly client: AdsClient }>();
  return async (connectionId) => {
    const { apiUrl, clientId } = await connections.apiAccess(connectionId);
    const key = `${apiUrl} ${clientId}`;
    const known = clients.get(connectionId);
    if (known?.key === key) return known.client;
    const bare = createAdsClient(
      { apiUrl, clientId, getToken: (options) => connections.getToken(connectionId, options) },
      { agentFor },
    );
    const telling =
      (read: AdsClient['read']): AdsClient['read'] =>
      async (request) => {
        const answer = await read(request);
        answered(connectionId);
        return answer;
      };
    const client: AdsClient = {
      read: telling(bare.read),
      readOnce: telling(bare.readOnce),
      async change(request) {
        try {
          connections.requireConfirmed(connectionId);
        } catch (thrown) {
          throw notSent(thrown);
        }
        return bare.change(request);
      },
      amazonsTime: bare.amazonsTime,
    };
    clients.set(connectionId, { key, client });
    return client;
  };
}
