import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from './http';

/** A reply and how it is sent. */
export type Delivery =
  | { readonly manner: 'whole'; readonly reply: Reply }
  /** The connection is reset, without an answer. */
  | { readonly manner: 'reset' }
  /** The connection ends in the middle of the body, or before the number of bytes in its headers was sent. */
  | { readonly manner: 'truncated'; readonly reply: Reply }
  /** In pieces, over this many ms. */
  | { readonly manner: 'slow'; readonly reply: Reply; readonly ms: number };

export interface Exchange {
  /** Identifies this exchange; sent as `x-amzn-RequestId` (amazon-api §5). */
  readonly requestId: string;
  /** ms since 1970, for the `Date` header. */
  readonly now: number;
  /** Ends a slow delivery when the sandbox closes; the promise is then rejected. */
  readonly closing: AbortSignal;
}

/** Sends a reply. A caller that has hung up in the meantime isn't an error. */
export async function deliver(
  response: ServerResponse,
  delivery: Delivery,
  exchange: Exchange,
): Promise<void> {
  // A connection that breaks during a write is reported only here, where it doesn't matter.
  response.on('error', () => undefined);
  if (response.destroyed) return;
  if (delivery.manner === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { reply } = delivery;
  const body = Buffer.from(reply.body, 'utf8');
  switch (delivery.manner) {
    case 'whole':
      response.writeHead(reply.status, headersOf(reply, body.length, exchange));
      response.end(body);
      return;
    case 'truncated':
      // An empty body has no middle: a byte is announced that never comes.
      response.writeHead(reply.status, headersOf(reply, Math.max(body.length, 1), exchange));
      response.flushHeaders();
      response.write(body.subarray(0, body.length / 2), () => response.destroy());
      return;
    case 'slow':
      response.writeHead(reply.status, headersOf(reply, body.length, exchange));
      response.flushHeaders();
      await writeSlowly(response, body, delivery.ms, exchange.closing);
  }
}

function headersOf(
  reply: Reply,
  length: number,
  { requestId, now }: Exchange,
): Readonly<Record<string, string>> {
  return {
    ...(reply.isFromProxy === true ? {} : { 'x-amzn-RequestId': requestId }),
    Date: new Date(now).toUTCString(),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Length': String(length),
    ...reply.headers,
  };
}

/** Number of pieces of a slow body. */
const pieces = 10;

async function writeSlowly(
  response: ServerResponse,
  body: Buffer,
  ms: number,
  closing: AbortSignal,
): Promise<void> {
  for (let piece = 0; piece < pieces; piece += 1) {
    await sleep(ms / pieces, undefined, { signal: closing });
    if (response.destroyed) return;
    response.write(body.subarray((body.length * piece) / pieces, (body.length * (piece + 1)) / pieces));
  }
  response.end();
}
