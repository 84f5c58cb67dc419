import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { checked } from './certificateChecks';

/** `kept`: connections are reused. `single`: each request gets its own connection. */
export type AgentKind = 'kept' | 'single';

/** The route to an address: direct, or through the proxy that this system uses for it. */
export type AgentFor = (address: string, kind: AgentKind) => Promise<http.Agent>;

/**
 * Agents that follow the system's proxy settings.
 * @param proxyOf the proxy for an address, like `http://proxy.example:8080`, or null for a direct connection. Called
 * for every request, because settings change as a laptop moves between networks.
 *
 * Plain http is used only for this machine itself, and over http a proxy would see the token, so it is always direct.
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

/** The library applies its options only to the connection with the proxy; this also checks the one through the tunnel. */
class CheckingProxyAgent extends HttpsProxyAgent<string> {
  override connect(
    ...[request, options]: Parameters<HttpsProxyAgent<string>['connect']>
  ): Promise<net.Socket> {
    return super.connect(request, { ...options, ...checked });
  }
}
