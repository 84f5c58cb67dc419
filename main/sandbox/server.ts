import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '../storage/database';
import { createAdsApi } from './ads/router';
import { json, readRequest, send, type Incoming, type Reply } from './http';
import { decideSignIn, showSignIn } from './login/authorize';
import { answerProfile } from './login/profile';
import { answerToken } from './login/token';
import type { SampleOptions } from './state/sample';
import { openState } from './state/schema';

export interface SandboxOptions {
  /** The SQLite file; made and filled when absent. */
  readonly stateFile: string;
  /** What a new file is filled with. */
  readonly sample: SampleOptions;
  /** 0 = any free port. */
  readonly port: number;
  readonly accessTokenSeconds: number;
  /** Gives ms since 1970. */
  readonly now: () => number;
}

export interface SandboxServer {
  /** For example `http://127.0.0.1:53124`. */
  readonly origin: string;
  /** Ends all connections and closes the state file; calling it again changes nothing. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the state and listens on this machine only (127.0.0.1).
 * @throws Error when the state can't be opened or the port is taken
 */
export async function startServer(options: SandboxOptions): Promise<SandboxServer> {
  const db = openState(options.stateFile, options.sample, options.now());
  try {
    const answer = await createRoutes(db, options);
    const server = await listen(options.port);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (message, response) => void serve(message, response, origin, answer));
    let closing: Promise<void> | undefined;
    return { origin, close: () => (closing ??= close(server, db)) };
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

async function close(server: Server, db: Database): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  db.close();
}

type Route = (request: Incoming) => Reply | Promise<Reply>;

async function createRoutes(db: Database, { accessTokenSeconds, now }: SandboxOptions): Promise<Route> {
  const login: Readonly<Record<string, Route>> = {
    'GET /ap/oa': (request) => showSignIn(db, request),
    'POST /ap/oa': (request) => decideSignIn(db, request, now()),
    'POST /auth/o2/token': (request) =>
      answerToken(db, request, { accessTokenLife: accessTokenSeconds * 1000, now: now() }),
    'GET /user/profile': (request) => answerProfile(db, request, now()),
  };
  const adsApi = await createAdsApi(db, now);
  return (request) => (login[`${request.method} ${request.url.pathname}`] ?? adsApi)(request);
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  origin: string,
  answer: Route,
): Promise<void> {
  const requestId = randomUUID();
  try {
    const request = await readRequest(message, origin, requestId);
    const reply =
      request === undefined ? json(413, { message: 'The body is too large' }) : await answer(request);
    send(response, reply, requestId);
  } catch (error) {
    // A client that went away in the middle of its request is no fault of ours.
    if (message.errored !== null) return;
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    send(response, json(500, { message: 'The sandbox failed; its process wrote down why.' }), requestId);
  }
}
