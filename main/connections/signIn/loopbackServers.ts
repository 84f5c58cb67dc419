import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { portRefused } from './portRefused';

/** In place of a port: any free one, selected by the system. */
export const anyPort = 0;

/** How long a connection may take to send its request, in ms. A browser's spare connection sends nothing. */
const headersMs = 10_000;
const lookAtConnectionsMs = 1000;
/** A browser opens only a few. If more come, the oldest is closed, so that nobody can block the browser. */
const maxConnections = 24;
/** How long a pending answer may take to be sent when everything is closed, in ms. */
const lastAnswersMs = 2000;

/** A server on 127.0.0.1 and, if there is IPv6, on ::1, on the same port of both, and nowhere else (RFC 8252 §8.3). */
export interface LoopbackServers {
  readonly port: number;
  /** The port is free again immediately. Connections end once their answers have been sent, or soon after. */
  close(): void;
}

/** @throws CodedError PORT_BUSY when the port isn't available on either address */
export async function listenOnLoopback(handle: RequestListener, port: number): Promise<LoopbackServers> {
  const servers = await listenOnBoth(handle, port, freePortTries);
  return {
    port: portOf(servers[0]),
    close() {
      for (const server of servers) close(server);
    },
  };
}

/** How many times another free port is tried if the one selected on IPv4 is taken on IPv6. */
const freePortTries = 10;

/**
 * A process that is being started holds copies of all sockets for a moment, and with them a port that was just closed, as between two
 * tries of a sign-in. Nothing announces its end. In ms, and how often.
 */
const busyPauseMs = 50;
const busyTries = 10;

async function listenOnBoth(
  handle: RequestListener,
  port: number,
  tries: number,
): Promise<[Server, ...Server[]]> {
  const isAny = port === anyPort;
  const four = await listenOnceFree(handle, '127.0.0.1', port).catch((error: unknown) => {
    throw portRefused(port, error);
  });
  try {
    const six = await (isAny ? listen : listenOnceFree)(handle, '::1', portOf(four)).catch(unlessNoIpv6);
    return six === null ? [four] : [four, six];
  } catch (error) {
    close(four);
    if (isAny && tries > 1) return listenOnBoth(handle, port, tries - 1);
    throw portRefused(port, error);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A listening server has a port.');
  return address.port;
}

/** Waits a little for a port that is busy: it may be free in a moment. */
async function listenOnceFree(handle: RequestListener, host: string, port: number): Promise<Server> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await listen(handle, host, port);
    } catch (error) {
      if (!isBusy(error) || tries === busyTries) throw error;
    }
    await wait(busyPauseMs);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

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
  // A failed connection is no reason to end anything.
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

/** A machine without IPv6 has no ::1, and its browser can't use it either. */
function unlessNoIpv6(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return null;
  throw error;
}
