import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port on the loopback address that nothing listens on. Systems give ports above 32,767 to anything that connects or asks for
 * any port, so one of those could be taken again before the test uses it: other tests run at the same time.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
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
