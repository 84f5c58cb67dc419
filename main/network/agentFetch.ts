import http from 'node:http';
import https from 'node:https';
import type { AgentFor } from './agents';
import { orAborted } from './orAborted';

/** The subset of `fetch` that signing in needs. */
export type AgentFetch = (
  address: string,
  options: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | undefined;
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

/** The proxy refused the connection before anything was sent to the server behind it. */
export class ProxyRefusedError extends Error {
  override readonly name = 'ProxyRefusedError';
  constructor(readonly status: number) {
    super(`The proxy answered ${String(status)}.`);
  }
}

/** Something answered, but not valid HTTP for `fetch`: an impossible status, a protocol switch, too many bytes. */
export class StrangeAnswerError extends Error {
  override readonly name = 'StrangeAnswerError';
}

/** Max size of an answer, in bytes; token answers and profiles are far smaller. */
const maxBytes = 1_048_576;

/**
 * `fetch` over Node's own http, so that it uses the agents of the system's proxy settings. Every call uses its own connection,
 * sends its request at most once and follows no redirect. It always settles: with an answer of a status from 200 to 599, or with
 * an error, at the latest when the signal fires.
 */
export function createAgentFetch(agentFor: AgentFor): AgentFetch {
  return async (address, options) => {
    const { signal } = options;
    try {
      const agent = await orAborted(signal, agentFor(address, 'single'));
      const answer = await orAborted(signal, send(address, options, agent));
      return responseOf(answer, await orAborted(signal, textOf(answer)));
    } catch (error) {
      throw signal.aborted && signal.reason instanceof Error ? signal.reason : error;
    }
  };
}

function send(
  address: string,
  { method, headers, body, signal }: Parameters<AgentFetch>[1],
  agent: http.Agent,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request: open } = address.startsWith('https:') ? https : http;
    const request = open(address, { method, headers, agent, signal }, resolve);
    request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) request.destroy(new ProxyRefusedError(statusCode));
    });
    // Status 101: nobody requested another protocol. Without this listener Node would emit nothing at all.
    request.once('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(new StrangeAnswerError('The server switched to another protocol.'));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function textOf(answer: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new StrangeAnswerError('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function responseOf(answer: http.IncomingMessage, text: string): Response {
  const status = answer.statusCode ?? 0;
  if (status < 200 || status > 599) {
    throw new StrangeAnswerError(`The server answered with the status ${String(status)}.`);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return new Response(bodyless.has(status) ? null : text, { status, headers });
}

/** With these, a `Response` accepts no body. */
const bodyless: ReadonlySet<number> = new Set([204, 205, 304]);
