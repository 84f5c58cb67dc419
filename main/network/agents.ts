import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { checked } from './certificateChecks';

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
  if (proxy !== null) return new CheckingProxyAgent(proxy, { keepAlive, ...checked });
  return secure ? new https.Agent({ keepAlive, ...checked }) : new http.Agent({ keepAlive });
}

/** The library hands its options to the connection with the proxy only; the one through the tunnel is checked as well. */
class CheckingProxyAgent extends HttpsProxyAgent<string> {
  override connect(
    ...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>
  ): Promise<net.Socket> {
    return super.connect(request, { ...options, ...checked });
  }
}
