import { once } from 'node:events';
import { createServer } from 'node:net';

/** How many ports each of the test runner's workers has for itself, and for how many workers there are some. */
const portsEach = 1_000;
const shares = 12;

/** Vitest counts its workers from 1, Playwright from 0. */
const worker = Number(process.env['VITEST_POOL_ID'] ?? process.env['TEST_PARALLEL_INDEX'] ?? 0);
const first = 20_000 + (worker % shares) * portsEach;
let next = Math.floor(Math.random() * portsEach);

/**
 * A port on the loopback address that nothing listens on, and that no other test gets soon: a test may release it for a moment
 * while others run at the same time. Systems give ports above 32,767 to anything that connects or asks for any port.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    next = (next + 1) % portsEach;
    if (await isFree(first + next)) return first + next;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
