import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { portRefused } from './portRefused';

/** In place of a port: one that is free, as the system chooses. */
export const anyPort = 0;

/** How long a connection may take to say what it wants, in ms. A browser's own spare connection says nothing. */
const headersMs = 10_000;
const lookAtConnectionsMs = 1000;
/** A browser holds a handful. When more come, the oldest has to go, so that nobody can keep the browser out. */
const maxConnections = 24;
/** How long an answer under way may take to leave when all is closed, in ms. */
const lastAnswersMs = 2000;

/** A server on 127.0.0.1 and, where there is IPv6, on ::1, on the same port of both, and nowhere else (RFC 8252 §8.3). */
export interface LoopbackServers {
  readonly port: number;
  /** The port is free again at once. Connections end when the answers under way have left, or soon after. */
  close(): void;
}

/** @throws CodedError PORT_BUSY when the port cannot be had on either address */
export async function listenOnLoopback(handle: RequestListener, port: number): Promise<LoopbackServers> {
  const servers = await listenOnBoth(handle, port, freePortTries);
  return {
    port: portOf(servers[0]),
    close() {
      for (const server of servers) close(server);
    },
  };
}

/** How often another free port is tried when the one the system chose on IPv4 is taken on IPv6. */
const freePortTries = 10;

async function listenOnBoth(
  handle: RequestListener,
  port: number,
  tries: number,
): Promise<[Server, ...Server[]]> {
  const four = await listen(handle, '127.0.0.1', port).catch((error: unknown) => {
    throw portRefused(port, error);
  });
  try {
    const six = await listen(handle, '::1', portOf(four)).catch(unlessNoIpv6);
    return six === null ? [four] : [four, six];
  } catch (error) {
    close(four);
    if (port === anyPort && tries > 1) return listenOnBoth(handle, port, tries - 1);
    throw portRefused(port, error);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A listening server has a port.');
  return address.port;
}

async function listen(handle: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: headersMs,
      connectionsCheckingInterval: lookAtConnectionsMs,
    },
    handle,
  );
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const [oldest] = open;
    if (open.size > maxConnections) oldest?.destroy();
  });
  server.listen({ host, port, exclusive: true, ipv6Only: host === '::1' });
  await once(server, 'listening');
  // One connection that could not be taken is no reason to end anything.
  server.on('error', () => undefined);
  return server;
}

function close(server: Server): void {
  server.close();
  server.closeIdleConnections();
  const end = setTimeout(() => {
    server.closeAllConnections();
  }, lastAnswersMs);
  end.unref();
}

/** A machine without IPv6 has no ::1, and its browser cannot go there either. */
function unlessNoIpv6(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return null;
  throw error;
}
