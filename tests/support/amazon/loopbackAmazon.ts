import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdsClient, type AdsClient, type ClientOptions } from '../../../main/amazonAds/client/client';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to do with a request: answer it, cut the connection, or not answer at all. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly json?: unknown;
      readonly text?: string;
    }
  | 'reset'
  | 'silence';

export interface LoopbackAmazon {
  readonly origin: string;
  /** Every request that arrived, in order. */
  readonly arrived: Arrived[];
  stop(): Promise<void>;
}

/** A real HTTP server on this machine, on its own port unless specified, that answers as the test says. */
export async function startLoopbackAmazon(
  reply: (request: Arrived, count: number) => Reply | Promise<Reply>,
  ownPort = 0,
): Promise<LoopbackAmazon> {
  const arrived: Arrived[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      };
      arrived.push(request);
      void Promise.resolve(reply(request, arrived.length)).then((answer) => {
        if (answer === 'silence') return;
        if (answer === 'reset') {
          incoming.socket.resetAndDestroy();
          return;
        }
        outgoing.writeHead(answer.status ?? 200, answer.headers);
        outgoing.end(answer.text ?? JSON.stringify(answer.json ?? {}));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(ownPort, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    arrived,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export const testToken = 'Atza|IwEBIF-canary-token';

/** A client that doesn't wait between its attempts. */
export const clientTo = (origin: string, options: ClientOptions = {}): AdsClient =>
  createAdsClient(
    {
      apiUrl: origin,
      clientId: 'amzn1.application-oa2-client.test',
      getToken: () => Promise.resolve(testToken),
    },
    { pause: () => Promise.resolve(), ...options },
  );
