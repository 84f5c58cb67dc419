import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A fully read request. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Identifies this exchange (amazon-api §5). */
  readonly requestId: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Sent as something between the caller and the API would, without a request ID. */
  readonly isFromProxy?: true;
}

/** Max size of a body, in bytes; 50 invitations need less than a tenth of it. */
const bodyLimit = 1_048_576;

/**
 * Reads a request completely.
 * @param origin the server's own, to complete the request's path to a URL
 * @returns undefined if the body is larger than the sandbox reads
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
    // Reads to the end: leaving the loop would close the connection before the answer.
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

/** Redirects the browser with a GET, even after a POST (303). */
export function redirect(location: string): Reply {
  return { status: 303, headers: { Location: location, 'Referrer-Policy': 'no-referrer' }, body: '' };
}

/** The bearer token of an Authorization header, if it has one. */
export function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}
