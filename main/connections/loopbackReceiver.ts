import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { CodedError } from '../../shared/errors';
import { answerPage } from './answerPage';

/** Listens on this machine for the one request by which the browser brings Amazon's answer. */
export interface LoopbackReceiver {
  readonly port: number;
  /** The parameters of the first GET /callback that carries the expected state. */
  readonly answer: Promise<URLSearchParams>;
  close(): Promise<void>;
}

/** In place of a port: one that is free, as the system chooses. */
export const anyPort = 0;

/**
 * Opens `http://localhost:<port>/callback` on 127.0.0.1 and, where there is IPv6, on ::1, and nowhere else
 * (RFC 8252 §7.3, §8.3). Requests with another state get a message, and waiting goes on: any page in the browser
 * can make them, so they must not end a sign-in.
 * @throws CodedError PORT_BUSY when another program has the port on either address.
 */
export async function openLoopbackReceiver(port: number, state: string): Promise<LoopbackReceiver> {
  let arrived: (parameters: URLSearchParams) => void = () => undefined;
  const answer = new Promise<URLSearchParams>((resolve) => {
    arrived = resolve;
  });
  const handle: RequestListener = (request, response) => {
    const parameters = callbackParameters(request);
    if (parameters === null) {
      send(response, 404, answerPage('notFound'));
    } else if (parameters.get('state') !== state) {
      send(response, 400, answerPage('otherState'));
    } else {
      send(response, 200, answerPage(parameters.has('error') ? 'declined' : 'arrived'));
      arrived(parameters);
    }
  };

  const servers = await listenOnBoth(handle, port);
  return {
    port: portOf(servers[0]),
    answer,
    async close() {
      await Promise.all(servers.map(closed));
    },
  };
}

/** How often another free port is tried when the one the system chose on IPv4 is taken on IPv6. */
const freePortTries = 10;

async function listenOnBoth(
  handle: RequestListener,
  port: number,
  tries = freePortTries,
): Promise<[Server, ...Server[]]> {
  const four = await listen(handle, '127.0.0.1', port).catch((error: unknown) => {
    throw portBusy(port, error);
  });
  try {
    const six = await listen(handle, '::1', portOf(four)).catch(unlessNoIpv6);
    return six === null ? [four] : [four, six];
  } catch (error) {
    await closed(four);
    if (port === anyPort && tries > 1) return listenOnBoth(handle, port, tries - 1);
    throw portBusy(port, error);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A listening server has a port.');
  return address.port;
}

/** The query of a GET of exactly the callback path; null for anything else. */
function callbackParameters(request: IncomingMessage): URLSearchParams | null {
  if (request.method !== 'GET' || request.url === undefined) return null;
  const base = 'http://localhost';
  if (!URL.canParse(request.url, base)) return null;
  const url = new URL(request.url, base);
  return url.pathname === '/callback' ? url.searchParams : null;
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(html);
}

async function listen(handle: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(handle);
  server.listen({ host, port, exclusive: true, ipv6Only: host === '::1' });
  await once(server, 'listening');
  return server;
}

async function closed(server: Server): Promise<void> {
  server.close();
  server.closeIdleConnections();
  await once(server, 'close');
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** A machine without IPv6 has no ::1, and its browser cannot go there either. */
function unlessNoIpv6(error: unknown): null {
  if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'EAFNOSUPPORT') return null;
  throw error;
}

function portBusy(port: number, error: unknown): unknown {
  if (codeOf(error) !== 'EADDRINUSE' && codeOf(error) !== 'EACCES') return error;
  return new CodedError({
    code: 'PORT_BUSY',
    message: `Port ${String(port)} is already in use, so the browser's answer could not arrive. Close the program that uses it, or finish the other sign-in that waits on it. You can also edit the connection, choose another port and register its return URL with Amazon.`,
    retryable: true,
  });
}
