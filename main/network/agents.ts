import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';

/** `kept`: connections are used again. `single`: each request gets a connection of its own. */
export type AgentKind = 'kept' | 'single';

/** The way out to an address: directly, or through the proxy that this system uses for it. */
export type AgentFor = (address: string, kind: AgentKind) => Promise<http.Agent>;

/**
 * Agents that follow the system's proxy settings.
 * @param proxyOf the proxy for an address, like `http://proxy.example:8080`, or null for a direct connection. It is asked
 *   for every request, because settings change while a laptop moves between networks.
 *
 * Plain http is only ever this machine itself, and over http a proxy would see the token: it always goes directly.
 */
export function createAgents(proxyOf: (address: string) => Promise<string | null>): AgentFor {
  const known = new Map<string, http.Agent>();
  return async (address, kind) => {
    const secure = address.startsWith('https:');
    const proxy = secure ? await proxyOf(address) : null;
    const key = `${kind} ${secure ? 'https' : 'http'} ${proxy ?? 'direct'}`;
    const agent = known.get(key) ?? newAgent(secure, proxy, kind === 'kept');
    known.set(key, agent);
    return agent;
  };
}

/** Agents that use no proxy. */
export const directAgents: AgentFor = createAgents(() => Promise.resolve(null));

function newAgent(secure: boolean, proxy: string | null, keepAlive: boolean): http.Agent {
  if (proxy !== null) return new HttpsProxyAgent(proxy, { keepAlive });
  return secure ? new https.Agent({ keepAlive }) : new http.Agent({ keepAlive });
}
