import http from 'node:http';
import https from 'node:https';
import type { AgentFor } from './agents';

/** As much of `fetch` as signing in needs. */
export type AgentFetch = (
  address: string,
  options: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | undefined;
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

/** The proxy turned the connection away before anything was sent to the server behind it. */
export class ProxyRefusedError extends Error {
  override readonly name = 'ProxyRefusedError';
  constructor(readonly status: number) {
    super(`The proxy answered ${String(status)}.`);
  }
}

/** The most an answer may hold, in bytes; token answers and profiles are far below it. */
const maxBytes = 1_048_576;

/**
 * `fetch` over Node's own http, so that it takes the agents of the system's proxy settings. Every call uses a
 * connection of its own, sends its request at most once and follows no redirect.
 */
export function createAgentFetch(agentFor: AgentFor): AgentFetch {
  return async (address, { method, headers, body, signal }) => {
    const agent = await agentFor(address, 'single');
    return new Promise((resolve, reject) => {
      const { request: open } = address.startsWith('https:') ? https : http;
      const request = open(address, { method, headers, agent, signal }, (answer) => {
        textOf(answer).then((text) => {
          resolve(responseOf(answer, text));
        }, reject);
      });
      request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
        if (statusCode !== 200) request.destroy(new ProxyRefusedError(statusCode));
      });
      request.once('error', (error) => {
        reject(signal.aborted && signal.reason instanceof Error ? signal.reason : error);
      });
      request.end(body);
    });
  };
}

async function textOf(answer: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function responseOf(answer: http.IncomingMessage, text: string): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const status = answer.statusCode ?? 0;
  const bodyless = status === 204 || status === 304;
  return new Response(bodyless ? null : text, { status, headers });
}
