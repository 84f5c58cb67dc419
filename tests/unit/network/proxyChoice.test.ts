import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { canConnect, createProxySelection } from '../../../main/network/proxyChoice';
import { proxiesFrom } from '../../../main/network/systemProxy';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A proxy that accepts connections, and what it received. */
async function proxy() {
  const server = createServer((socket) => {
    seen.connections += 1;
    socket.on('data', (data) => (seen.bytes += data.length));
    socket.on('error', () => undefined);
  });
  const seen = { connections: 0, bytes: 0 };
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  return { seen, answer: `PROXY 127.0.0.1:${port}`, address: `http://127.0.0.1:${port}` };
}

/** One that existed and is gone. */
async function gone() {
  const { answer, address } = await proxy();
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return { answer, address };
}

function choosing(answer: string) {
  let now = 0;
  const choose = createProxySelection({
    proxiesFor: () => Promise.resolve(proxiesFrom(answer)),
    canConnect,
    clock: () => now,
  });
  return {
    choose: () => choose('https://advertising-api.amazon.com'),
    after: (ms: number) => {
      now += ms;
    },
  };
}

test('the first proxy that accepts connections is used, without sending it anything to find out', async () => {
  const [down, up, other] = [await gone(), await proxy(), await proxy()];
  const { choose } = choosing(`${down.answer}; ${up.answer}; ${other.answer}`);
  expect(await Promise.all([choose(), choose()])).toEqual([up.address, up.address]);
  expect(up.seen).toEqual({ connections: 1, bytes: 0 });
  expect(other.seen.connections).toBe(0);
});

test('a direct connection is used if the proxy before it is down', async () => {
  const down = await gone();
  expect(await choosing(`${down.answer}; DIRECT`).choose()).toBeNull();
});

test('an unsupported kind is skipped', async () => {
  const up = await proxy();
  expect(await choosing(`SOCKS5 127.0.0.1:1080; ${up.answer}`).choose()).toBe(up.address);
});

test('the result is reused for a minute', async () => {
  const up = await proxy();
  const { choose, after } = choosing(`${up.answer}; DIRECT`);
  expect(await choose()).toBe(up.address);
  const server = servers.pop();
  await new Promise((resolve) => server?.close(resolve));
  after(59_000);
  expect(await choose()).toBe(up.address);
  after(1_001);
  expect(await choose()).toBeNull();
});

test('the first route is the one that fails if none works, and a single route is not tested', async () => {
  const [first, second] = [await gone(), await gone()];
  expect(await choosing(`${first.answer}; ${second.answer}`).choose()).toBe(first.address);
  const only = await proxy();
  expect(await choosing(only.answer).choose()).toBe(only.address);
  expect(only.seen.connections).toBe(0);
});
