import { once } from 'node:events';
import {
  createServer,
  request as requestTo,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A request on its way to the sandbox. */
export interface PassingCall {
  readonly kind: 'change' | 'read';
  readonly method: string;
  readonly path: string;
  readonly accountId: string;
  readonly body: string;
}

/**
 * What happens to a call that arrived:
 * - `pass`: it continues to the sandbox, `afterMs` later, and not before `until`.
 * - `hangUp`: the caller is cut off immediately, and the call still continues to the sandbox `afterMs` later.
 * - `lose`: the caller is cut off, and the call never gets there.
 */
export type Fate =
  | { readonly as: 'pass' | 'hangUp'; readonly afterMs: number; readonly until?: Promise<unknown> }
  | { readonly as: 'lose' };

/** Observers of the line. Each is called at exactly that moment, before anything else happens. */
export interface Watcher {
  readonly arrived: (call: PassingCall) => Fate;
  /** The sandbox is done; its answer hasn't been passed on yet. */
  readonly answered: (call: PassingCall) => void;
  /** The answer, as far as there is one, was sent to the caller. */
  readonly passedOn: (call: PassingCall) => void;
}

/** What happens between the line and the sandbox. */
export interface Beside {
  /** Called before a call goes to the sandbox; its result is called once the sandbox is done with it. */
  readonly forwarding: (call: PassingCall) => () => void;
  /** Awaited right before that. */
  readonly meanwhile: (call: PassingCall) => Promise<void>;
  /** Changes the text of an answer; the same buffer if it stays. */
  readonly reworded: (body: Buffer, call: PassingCall) => Buffer;
}

export interface Gateway {
  readonly origin: string;
  watcher: Watcher;
  close(): Promise<void>;
}

/**
 * The line between a sender and the sandbox. A call that continues to the sandbox is carried out even if its caller is gone in
 * the meantime, as with Amazon.
 */
export async function startGateway(target: string, first: Watcher, beside: Beside): Promise<Gateway> {
  const onward = new Set<ClientRequest>();
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => undefined);
    // A caller killed during its request has sent nothing complete.
    relay(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function relay(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    const call = callOf(incoming, body.toString());
    // A call that outlives its caller isn't the next caller's.
    const { watcher } = gateway;
    const fate = watcher.arrived(call);
    if (fate.as !== 'pass') incoming.socket.resetAndDestroy();
    if (fate.as === 'lose') return;
    // From here on it is pending, however long it takes.
    const through = beside.forwarding(call);
    if (fate.afterMs > 0) await wait(fate.afterMs);
    await fate.until;
    await beside.meanwhile(call);
    const answer = changed(call, await ask(target, incoming, { body, onward }), beside);
    through();
    watcher.answered(call);
    if (!outgoing.destroyed) await passOn(answer, outgoing);
    watcher.passedOn(call);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gateway: Gateway = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    watcher: first,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      for (const request of onward) request.destroy();
      await closed;
    },
  };
  return gateway;
}

const isChange = (method: string, url: string): boolean =>
  url.startsWith('/userPermissions') || (url === '/user-invitations' && method !== 'GET');

function callOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): PassingCall {
  const account = headers['amazon-ads-accountid'];
  return {
    kind: isChange(method, url) ? 'change' : 'read',
    ...{ method, path: url },
    accountId: typeof account === 'string' ? account : '',
    body,
  };
}

function changed(call: PassingCall, answer: Answer, { reworded }: Beside): Answer {
  if (answer?.whole !== true) return answer;
  const body = reworded(answer.body, call);
  if (body === answer.body) return answer;
  const headers = answer.headers.map((value, index) =>
    answer.headers[index - 1]?.toLowerCase() === 'content-length' ? String(body.length) : value,
  );
  return { ...answer, headers, body };
}

/** Undefined when the connection was reset. Not whole when it ended in the middle. */
type Answer =
  | {
      readonly status: number;
      readonly headers: readonly string[];
      readonly body: Buffer;
      readonly whole: boolean;
    }
  | undefined;

interface Onward {
  readonly body: Buffer;
  /** What is on its way to the sandbox. */
  readonly onward: Set<ClientRequest>;
}

function ask(target: string, incoming: IncomingMessage, { body, onward }: Onward): Promise<Answer> {
  return new Promise((resolve) => {
    const to = new URL(incoming.url ?? '/', target);
    const headers = { ...incoming.headers, host: to.host };
    const request = requestTo(to, { method: incoming.method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => undefined);
      answer.on('close', () => {
        resolve({
          status: answer.statusCode ?? 500,
          headers: answer.rawHeaders,
          body: Buffer.concat(chunks),
          whole: answer.complete,
        });
      });
    });
    onward.add(request);
    request.on('error', () => resolve(undefined));
    request.on('close', () => onward.delete(request));
    request.end(body);
  });
}

function passOn(answer: Answer, outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once('close', resolve);
    if (answer === undefined) {
      outgoing.socket?.resetAndDestroy();
      return;
    }
    outgoing.writeHead(answer.status, [...answer.headers]);
    outgoing.once('finish', resolve);
    if (answer.whole) outgoing.end(answer.body);
    else outgoing.write(answer.body, () => outgoing.destroy());
  });
}
