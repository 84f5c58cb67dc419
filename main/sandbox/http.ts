import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request read to its end. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Names this exchange (amazon-api §5). */
  readonly requestId: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** It is sent as something on the way to the API would, without a request id. */
  readonly isFromProxy?: true;
}

/** The largest body read, in bytes; 50 invitations need less than a tenth of it. */
const bodyLimit = 1_048_576;

/**
 * Reads a request to its end.
 * @param origin the server's own, to complete the request's path to a URL
 * @returns undefined when the body is larger than the sandbox reads
 */
export async function readRequest(
  message: IncomingMessage,
  origin: string,
  requestId: string,
): Promise<Incoming | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read on to the end: leaving the loop would cut the connection before the answer.
    if (size <= bodyLimit) chunks.push(chunk);
  }
  if (size > bodyLimit) return undefined;
  const path = message.url?.startsWith('/') === true ? message.url : '/';
  return {
    method: message.method ?? 'GET',
    // Joined, not resolved: a path like `//elsewhere` would otherwise name another host.
    url: new URL(origin + path),
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
    requestId,
  };
}

export function json(status: number, body: unknown, mediaType = 'application/json'): Reply {
  return { status, headers: { 'Content-Type': mediaType }, body: JSON.stringify(body) };
}

/** Sends the browser elsewhere with a GET, also after a POST (303). */
export function redirect(location: string): Reply {
  return { status: 303, headers: { Location: location, 'Referrer-Policy': 'no-referrer' }, body: '' };
}

/** The bearer token of an Authorization header, if it has one. */
export function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
