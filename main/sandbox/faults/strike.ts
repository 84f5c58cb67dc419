import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '../delivery';
import type { Reply } from '../http';
import type { OperationRoute } from '../operations';
import type { Fault } from './fault';

/**
 * Answers a request that gets a fault.
 * @param closing ends every wait when the sandbox closes; the promise is then rejected
 */
export async function strike(fault: Fault, route: OperationRoute, closing: AbortSignal): Promise<Delivery> {
  switch (fault.kind) {
    case 'none':
      return { manner: 'whole', reply: await route.answer() };
    case 'delay':
      return { manner: 'whole', reply: await answerLate(fault, route, closing) };
    case 'throttle':
      return { manner: 'whole', reply: throttled(fault, route) };
    case 'status':
      await actIfAfter(fault.when, route);
      return { manner: 'whole', reply: route.refuse(fault.status, 'The sandbox was told to answer this') };
    case 'html':
      await actIfAfter(fault.when, route);
      return { manner: 'whole', reply: proxyPage(fault.status) };
    case 'reset':
      await actIfAfter(fault.when, route);
      return { manner: 'reset' };
    case 'truncate':
      return { manner: 'truncated', reply: await route.answer() };
    case 'slowBody':
      return { manner: 'slow', reply: await route.answer(), ms: fault.ms };
    case 'oauth':
      return { manner: 'whole', reply: refuseSignIn(fault.error, route) };
  }
}

async function answerLate(
  { ms, when }: Extract<Fault, { kind: 'delay' }>,
  route: OperationRoute,
  closing: AbortSignal,
): Promise<Reply> {
  const wait = (): Promise<void> => sleep(ms, undefined, { signal: closing });
  if (when === 'before') {
    await wait();
    return route.answer();
  }
  const reply = await route.answer();
  await wait();
  return reply;
}

async function actIfAfter(when: 'before' | 'after', route: OperationRoute): Promise<void> {
  if (when === 'after') await route.answer();
}

/** Amazon promises a Retry-After in seconds; in practice it is sometimes missing, or a proxy answers (amazon-api §5). */
function throttled(
  { retryAfterSeconds, html = false }: Extract<Fault, { kind: 'throttle' }>,
  route: OperationRoute,
): Reply {
  const reply = html ? proxyPage(429) : route.refuse(429, 'Too many requests');
  if (retryAfterSeconds === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, 'Retry-After': String(retryAfterSeconds) } };
}

/** RFC 6749 §5.2 and RFC 6750 §3.1: 401 for unknown callers, 400 for the rest. */
const unknownCaller: ReadonlySet<string> = new Set(['invalid_client', 'invalid_token']);

function refuseSignIn(error: string, route: OperationRoute): Reply {
  const status = unknownCaller.has(error) ? 401 : 400;
  return route.refuse(status, 'The sandbox was told to answer this', error);
}

const proxyPage = (status: number): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!doctype html>
<html>
  <head><title>${status}</title></head>
  <body><h1>${status}</h1><p>This page was sent by something between you and the server.</p></body>
</html>
`,
  isFromProxy: true,
});
