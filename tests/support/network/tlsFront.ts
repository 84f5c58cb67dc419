import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../projectRoot';

const fixtures = join(projectRoot, 'tests/fixtures/tls');

/** The authority that signed the front's certificate. */
export const testAuthority = join(fixtures, 'authority.pem');

export interface TlsFront {
  /** https on localhost. */
  readonly origin: string;
  /** How many requests came through. */
  readonly requests: () => number;
  close(): Promise<void>;
}

/** An https server in front of a plain one, with a certificate of the test authority. */
export async function startTlsFront(target: string): Promise<TlsFront> {
  let requests = 0;
  const server = createServer(
    {
      key: readFileSync(join(fixtures, 'localhost.key')),
      cert: readFileSync(join(fixtures, 'localhost.pem')),
    },
    (incoming, answer) => {
      requests += 1;
      const { method, headers, url = '/' } = incoming;
      const { host } = new URL(target);
      const behind = request(new URL(url, target), { method, headers: { ...headers, host } }, (back) => {
        answer.writeHead(back.statusCode ?? 502, back.headers);
        back.pipe(answer);
      });
      behind.on('error', () => answer.destroy());
      incoming.pipe(behind);
    },
  );
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    requests: () => requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
