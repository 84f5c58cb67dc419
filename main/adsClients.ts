import { notSent } from './amazonAds/adsError';
import { createAdsClient, type AdsClient } from './amazonAds/client/client';
import type { Observations } from './amazonAds/observing/observations';
import { amazonEndpoints } from '../shared/domain/connection/region';
import type { Connections } from './connections/types';
import type { AgentFor } from './network/agents';

/** Whether answers from this address are Amazon's own. */
const isAmazons = (apiUrl: string): boolean =>
  Object.values(amazonEndpoints).some((endpoints) => endpoints.apiUrl === apiUrl);

/**
 * One client per connection, reused while the connection's host and client ID stay the same. A changed connection gets a new
 * client; a running call continues with the old one and its token. Nothing is changed in the name of a user whom no person has
 * confirmed.
 * @param onRead called after each successful read: at that point the connection is certainly signed in
 */
export function createAdsClients(
  connections: Pick<Connections, 'apiAccess' | 'getToken' | 'requireConfirmed'>,
  { agentFor, observations }: { readonly agentFor: AgentFor; readonly observations: Observations },
  onRead: (connectionId: string) => void = () => undefined,
): (connectionId: string) => Promise<AdsClient> {
  const clients = new Map<string, { readonly key: string; readonly client: AdsClient }>();
  return async (connectionId) => {
    const { apiUrl, clientId } = await connections.apiAccess(connectionId);
    const key = `${apiUrl} ${clientId}`;
    const cached = clients.get(connectionId);
    if (cached?.key === key) return cached.client;
    const plainClient = createAdsClient(
      { apiUrl, clientId, getToken: (options) => connections.getToken(connectionId, options) },
      { agentFor, observe: observations.observer(isAmazons(apiUrl) ? 'Amazon' : 'Sandbox or own endpoint') },
    );
    const reportingReads =
      (read: AdsClient['read']): AdsClient['read'] =>
      async (request) => {
        const answer = await read(request);
        onRead(connectionId);
        return answer;
      };
    const client: AdsClient = {
      read: reportingReads(plainClient.read),
      readOnce: reportingReads(plainClient.readOnce),
      async change(request) {
        try {
          connections.requireConfirmed(connectionId);
        } catch (thrown) {
          throw notSent(thrown);
        }
        return plainClient.change(request);
      },
      amazonsTime: plainClient.amazonsTime,
    };
    clients.set(connectionId, { key, client });
    return client;
  };
}
