import { connect } from 'node:net';

interface ProxySelectionDeps {
  /** The routes to an address in the order of the system's settings; null is a direct connection. */
  readonly proxiesFor: (address: string) => Promise<readonly [string | null, ...(string | null)[]]>;
  /** Whether a proxy accepts connections. */
  readonly canConnect: (proxy: string) => Promise<boolean>;
  /** A monotonic clock, in ms. */
  readonly clock: () => number;
}

/** How long, in ms, the result of a check is valid. Browsers skip a failed proxy for five minutes. */
const countsForMs = 60_000;

/**
 * Selects among the routes that the system's settings name, as a browser does: the first whose proxy accepts connections. This is
 * checked before anything is sent, so each request still takes a single route. A route without an alternative isn't checked.
 * @returns a function that returns the route to an address; null is a direct connection
 */
export function createProxySelection({
  proxiesFor,
  canConnect,
  clock,
}: ProxySelectionDeps): (address: string) => Promise<string | null> {
  const found = new Map<string, { readonly works: Promise<boolean>; readonly at: number }>();
  const works = (proxy: string): Promise<boolean> => {
    const known = found.get(proxy);
    if (known !== undefined && clock() - known.at < countsForMs) return known.works;
    const tried = { works: canConnect(proxy), at: clock() };
    found.set(proxy, tried);
    return tried.works;
  };
  return async (address) => {
    const proxies = await proxiesFor(address);
    if (proxies.length === 1) return proxies[0];
    for (const proxy of proxies) if (proxy === null || (await works(proxy))) return proxy;
    // None works: the first one's failure is reported.
    return proxies[0];
  };
}

/** How long a proxy may take to answer, in ms. */
const patienceMs = 3000;

/** Whether a proxy accepts connections. Nothing is sent to it. @param proxy like `http://proxy.example:8080` */
export const canConnect = (proxy: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port, protocol } = new URL(proxy);
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
      timeout: patienceMs,
    });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true));
    socket.once('timeout', end(false));
    socket.once('error', end(false));
  });
