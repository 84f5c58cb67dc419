import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived, and the body of its answer. */
export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly answer: string;
}

/**
 * What to do with a call: pass it on, hold it until `release` and pass it on then, or drop the connection, before the server behind
 * it has seen it or after it has done its work.
 */
export type Fate = 'pass' | 'hold' | 'dropBefore' | 'dropAfter';

export interface RecordingProxy {
  readonly origin: string;
  readonly calls: readonly RecordedCall[];
  /** Decides for each call from now on. */
  fate: (call: Pick<RecordedCall, 'method' | 'path'>) => Fate;
  /** Passes on the calls that are held. */
  release(): void;
  close(): Promise<void>;
}

/** A real HTTP server in front of another one, on loopback: it records what passes and can lose answers on demand. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const calls: RecordedCall[] = [];
  let held: (() => void)[] = [];
  const server = createServer((request, response) => {
    relay(request, response).catch(() => response.destroy());
  });

  async function relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray()).toString();
    const { method = 'GET', url: path = '/', headers } = request;
    const fate = proxy.fate({ method, path });
    if (fate === 'dropBefore') {
      request.socket.destroy();
      return;
    }
    if (fate === 'hold') await new Promise<void>((resolve) => held.push(resolve));
    const answer = await fetch(new URL(path, target), {
      method,
      redirect: 'manual',
      headers: forwarded(headers),
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.text();
    calls.push({ method, path, headers, body, answer: text });
    if (fate === 'dropAfter') {
      request.socket.destroy();
      return;
    }
    for (const [name, value] of answer.headers) {
      if (!hopByHop.has(name)) response.setHeader(name, value);
    }
    response.writeHead(answer.status).end(text);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy: RecordingProxy = {
    origin: `http://127.0.0.1:${port}`,
    calls,
    fate: () => 'pass',
    release() {
      for (const goOn of held) goOn();
      held = [];
    },
    async close() {
      proxy.release();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return proxy;
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'host',
]);

const forwarded = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value !== 'string' || hopByHop.has(name) ? [] : [[name, value]],
    ),
  );
