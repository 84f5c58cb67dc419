import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '../storage/database';
import type { Conduct } from './control/conduct';
import { createControls, type Controls } from './control/controls';
import { deliver, type Delivery } from './delivery';
import { strike } from './faults/strike';
import { json, readRequest, type Incoming } from './http';
import { createRoutes } from './routes';
import type { SampleOptions } from './state/sample';
import { openState } from './state/schema';

export interface SandboxOptions {
  /** The SQLite file; created and filled if it doesn't exist. */
  readonly stateFile: string;
  /** What a new file is filled with. */
  readonly sample: SampleOptions;
  /** How the user operations answer where Amazon's documents leave it open; the default if omitted. */
  readonly conduct?: Partial<Conduct>;
  /** 0 = any free port. */
  readonly port: number;
  readonly accessTokenSeconds: number;
  /** Returns ms since 1970. */
  readonly now: () => number;
}

export interface SandboxServer {
  /** For example `http://127.0.0.1:53124`. */
  readonly origin: string;
  /** Makes it misbehave. */
  readonly obey: Controls['obey'];
  /** Ends all connections and closes the state file; calling it again has no effect. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the state and listens on this machine only (127.0.0.1).
 * @throws Error when the state can't be opened or the port is taken
 */
export async function startServer(options: SandboxOptions): Promise<SandboxServer> {
  const db = openState(options.stateFile, options.sample, options.now());
  try {
    const controls = createControls(db, options.now, options.conduct);
    const closing = new AbortController();
    const answer = await createAnswer(db, options, controls, closing.signal);
    const server = await listen(options.port);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const serving: Serving = { origin, now: controls.now, closing: closing.signal, answer };
    server.on('request', (message, response) => void serve(message, response, serving));
    let closed: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      closing.abort();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      db.close();
    };
    return { origin, obey: controls.obey, close: () => (closed ??= close()) };
  } catch (error) {
    db.close();
    throw error;
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(
      `The sandbox can't listen on port ${port}. Give it another one, or 0 for any free port.`,
      {
        cause: error,
      },
    );
  }
  return server;
}

async function createAnswer(
  db: Database,
  { accessTokenSeconds }: SandboxOptions,
  controls: Controls,
  closing: AbortSignal,
): Promise<(request: Incoming) => Promise<Delivery>> {
  const routeOf = await createRoutes(db, { accessTokenLife: accessTokenSeconds * 1000, controls });
  return async (request) => {
    const route = routeOf(request);
    if (route.operation !== undefined) {
      const fault = controls.faults.next(route);
      if (fault !== undefined) return strike(fault, route, closing);
    }
    return { manner: 'whole', reply: await route.answer() };
  };
}

interface Serving {
  readonly origin: string;
  /** ms since 1970. */
  readonly now: () => number;
  readonly closing: AbortSignal;
  readonly answer: (request: Incoming) => Promise<Delivery>;
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  { origin, now, closing, answer }: Serving,
): Promise<void> {
  const requestId = randomUUID();
  const send = (delivery: Delivery): Promise<void> =>
    deliver(response, delivery, { requestId, now: now(), closing });
  try {
    if (!isForUs(message, origin)) {
      await send(misdirected);
      return;
    }
    const request = await readRequest(message, origin, requestId);
    await send(request === undefined ? tooLarge : await answer(request));
  } catch (error) {
    // Neither a client that disconnected during its request nor the sandbox's own end is a fault.
    if (message.errored !== null || closing.aborted) return;
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    await send(failed);
  }
}

/** A website whose host was pointed at this machine (DNS rebinding) names that host, and gets nothing. */
function isForUs({ headers }: IncomingMessage, origin: string): boolean {
  const { port } = new URL(origin);
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host?.toLowerCase() ?? '');
}

const misdirected: Delivery = {
  manner: 'whole',
  reply: json(421, { message: 'The sandbox answers at 127.0.0.1 and localhost only' }),
};

const tooLarge: Delivery = { manner: 'whole', reply: json(413, { message: 'The body is too large' }) };

const failed: Delivery = {
  manner: 'whole',
  reply: json(500, { message: 'The sandbox failed; its process wrote down why.' }),
};
