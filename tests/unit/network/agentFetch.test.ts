import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createAgentFetch } from '../../../main/network/agentFetch';
import { directAgents } from '../../../main/network/agents';

let server: Server;
afterEach(() => {
  server.close();
});

/** An address where these bytes are the answer; without any it never answers. */
async function answering(bytes: string | null): Promise<string> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      if (bytes !== null) socket.end(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

const ask = (address: string, signal = AbortSignal.timeout(20_000)): Promise<Response> =>
  createAgentFetch(directAgents)(address, { method: 'POST', headers: {}, body: 'a=b', signal });

const withBody = (status: number): string =>
  `HTTP/1.1 ${String(status)} Odd\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`;

describe('an answer with an unusual status', () => {
  it.each([204, 205, 299, 304, 401, 599])('%i is an answer', async (status) => {
    expect((await ask(await answering(withBody(status)))).status).toBe(status);
  });

  it.each([600, 999, 199])('%i is an error', async (status) => {
    await expect(ask(await answering(withBody(status)))).rejects.toThrow();
  });

  it('101 is an error, whatever the protocol', async () => {
    const switching = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    await expect(ask(await answering(switching))).rejects.toMatchObject({ name: 'StrangeAnswerError' });
  });

  it.each([
    ['text that is not HTTP', 'SSH-2.0-OpenSSH\r\n'],
    ['nothing', ''],
    ['half an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{'],
    ['an impossible header', 'HTTP/1.1 200 OK\r\nA\u0000b: c\r\n\r\n'],
  ])('%s is an error', async (_what, bytes) => {
    await expect(ask(await answering(bytes))).rejects.toThrow();
  });
});

describe('a request ends when its signal fires', () => {
  it.each([
    ['nobody answers', null],
    ['the body does not end', 'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{'],
    ['only a 103 comes', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
  ])('while %s', async (_what, bytes) => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (bytes !== null) socket.write(bytes);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    await expect(ask(address, AbortSignal.timeout(300))).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('while the system does not return a proxy', async () => {
    server = createServer();
    const fetchWith = createAgentFetch(() => new Promise(() => undefined));
    await expect(
      fetchWith('https://api.example/', { method: 'GET', headers: {}, signal: AbortSignal.timeout(100) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
