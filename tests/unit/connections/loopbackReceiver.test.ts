import { createServer } from 'node:http';
import { once } from 'node:events';
import { connect, Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  openLoopbackReceiver,
  type LoopbackReceiver,
} from '../../../main/connections/signIn/loopbackReceiver';
import { anyPort } from '../../../main/connections/signIn/loopbackServers';
import { portRefused } from '../../../main/connections/signIn/portRefused';
import { freePort } from '../../support/network/freePort';
import { otherAddress } from '../../support/network/otherAddress';

let receiver: LoopbackReceiver | null = null;

afterEach(() => {
  receiver?.close();
  receiver = null;
});

describe('the loopback receiver', () => {
  it('accepts the first answer with the right state', async () => {
    const port = await freePort();
    receiver = await openLoopbackReceiver(port, 'right');
    const page = await fetch(`http://localhost:${String(port)}/callback?code=abc&state=right`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('You can close this tab');
    expect((await receiver.answer).get('code')).toBe('abc');
  });

  it('keeps waiting after a wrong state, another path and another method', async () => {
    const port = await freePort();
    receiver = await openLoopbackReceiver(port, 'right');
    const base = `http://127.0.0.1:${String(port)}`;
    expect((await fetch(`${base}/callback?code=evil&state=wrong`)).status).toBe(400);
    expect((await fetch(`${base}/callback?code=evil`)).status).toBe(400);
    expect((await fetch(`${base}/other?code=evil&state=right`)).status).toBe(404);
    expect((await fetch(`${base}/callback?code=evil&state=right`, { method: 'POST' })).status).toBe(404);
    await fetch(`${base}/callback?code=good&state=right`);
    expect((await receiver.answer).get('code')).toBe('good');
  });

  it('repeats nothing from the request on its page', async () => {
    const port = await freePort();
    receiver = await openLoopbackReceiver(port, 'right');
    const page = await fetch(
      `http://127.0.0.1:${String(port)}/callback?state=wrong&code=<script>alert(1)</script>`,
    );
    expect(await page.text()).not.toContain('alert');
  });

  it.each(['127.0.0.1', '::1'])(
    'reports that the port is busy when another program has it on %s',
    async (host) => {
      const port = await freePort();
      const other = createServer().listen({ port, host, ipv6Only: host === '::1' });
      await once(other, 'listening');
      await expect(openLoopbackReceiver(port, 'x')).rejects.toMatchObject({
        code: 'PORT_BUSY',
        message: expect.stringContaining(String(port)),
      });
      other.close();
      await once(other, 'close');
      // A failed start leaves no half-open listener behind.
      receiver = await openLoopbackReceiver(port, 'x');
    },
  );

  it('waits a little for a port that is given back in a moment', async () => {
    const port = await freePort();
    const other = createServer().listen({ port, host: '127.0.0.1' });
    await once(other, 'listening');
    const listening = vi.spyOn(Server.prototype, 'listen');
    const opening = openLoopbackReceiver(port, 'right');
    // The first try has failed once there is a second one.
    await expect.poll(() => listening.mock.calls.length).toBeGreaterThan(1);
    listening.mockRestore();
    other.close();
    await once(other, 'close');
    receiver = await opening;
    expect((await fetch(`http://127.0.0.1:${String(port)}/callback?code=abc&state=right`)).status).toBe(200);
  });

  it('finds a free port itself if any will do, the same on both addresses', async () => {
    receiver = await openLoopbackReceiver(anyPort, 'right');
    const { port } = receiver;
    const other = await openLoopbackReceiver(anyPort, 'other');
    expect(other.port).not.toBe(port);
    other.close();
    await fetch(`http://localhost:${String(port)}/callback?code=abc&state=right`);
    expect((await receiver.answer).get('code')).toBe('abc');
  });

  it('cannot be reached through a network address', async () => {
    const port = await freePort();
    receiver = await openLoopbackReceiver(port, 'x');
    const socket = connect(port, otherAddress());
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});

describe('a sign-in link', () => {
  const page = 'https://www.amazon.com/ap/oa?state=right&code_challenge=x';
  const get = (link: string, init: RequestInit = {}): Promise<Response> =>
    fetch(link, { redirect: 'manual', ...init });

  async function linked(): Promise<{ receiver: LoopbackReceiver; link: string }> {
    const opened = await openLoopbackReceiver(await freePort(), 'right');
    receiver = opened;
    return { receiver: opened, link: opened.newLink(page) };
  }

  it('leads to Amazon’s page once, without caching or a referrer', async () => {
    const { link } = await linked();
    expect(link).not.toContain('right');
    const first = await get(link);
    expect(first.status).toBe(302);
    expect(first.headers.get('location')).toBe(page);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    const second = await get(link);
    expect(second.status).toBe(410);
    expect(second.headers.get('location')).toBeNull();
    expect(await second.text()).toContain('copy the link again');
  });

  it('ends when there is a newer one', async () => {
    const { receiver: opened, link } = await linked();
    const newer = opened.newLink(page);
    expect(newer).not.toBe(link);
    expect((await get(link)).status).toBe(410);
    expect((await get(newer)).status).toBe(302);
  });

  it.each([
    ['HEAD', { method: 'HEAD' }],
    ['a prefetch', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['an older browser’s prefetch', { headers: { purpose: 'prefetch' } }],
    ['Firefox’s prefetch', { headers: { 'x-moz': 'prefetch' } }],
  ])('is not used up by %s, which learns nothing', async (_what, init) => {
    const { link } = await linked();
    const looked = await get(link, init);
    expect(looked.status).toBe(503);
    expect(looked.headers.get('location')).toBeNull();
    expect((await get(link)).headers.get('location')).toBe(page);
  });

  it('accepts no other method, and guesses fail', async () => {
    const { link } = await linked();
    expect((await get(link, { method: 'POST' })).status).toBe(404);
    expect((await get(`${link}x`)).status).toBe(410);
    expect((await get(link)).status).toBe(302);
  });
});

describe('other programs on this machine', () => {
  /** Opens a TCP connection and sends only this. */
  async function connected(port: number, host: string, text: string): Promise<Socket> {
    const socket = connect(port, host);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  }

  it.each([
    ['silent', ''],
    ['half-open', 'GET /callback?state=right HTTP/1.1\r\nHost: localho'],
  ])('%s connections delay neither the answer nor the end', async (_what, text) => {
    const port = await freePort();
    const own = await openLoopbackReceiver(port, 'right');
    const others = await Promise.all(['127.0.0.1', '::1'].map((host) => connected(port, host, text)));
    await fetch(`http://localhost:${String(port)}/callback?code=abc&state=right`);
    expect((await own.answer).get('code')).toBe('abc');
    const ended = others.map((socket) => once(socket, 'close'));
    own.close();
    // The next sign-in gets the port immediately.
    receiver = await openLoopbackReceiver(port, 'right');
    await Promise.all(ended);
  });

  it('cannot keep the browser out, however many connections they hold', async () => {
    const port = await freePort();
    receiver = await openLoopbackReceiver(port, 'right');
    for (let count = 0; count < 200; count += 1) await connected(port, '127.0.0.1', '');
    const page = await fetch(`http://127.0.0.1:${String(port)}/callback?code=abc&state=right`);
    expect(page.status).toBe(200);
    expect((await receiver.answer).get('code')).toBe('abc');
  });

  it.each(['//', '//x:y', '/\\', 'http://', '*', '/start/', '/%00'])(
    'requesting %s get a page, and waiting continues',
    async (target) => {
      const port = await freePort();
      receiver = await openLoopbackReceiver(port, 'right');
      const socket = await connected(
        port,
        '127.0.0.1',
        `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      let answer = '';
      socket.on('data', (data: Buffer) => (answer += data.toString()));
      await once(socket, 'close');
      expect(answer).toMatch(/^HTTP\/1\.1 4(?:00|04|10) /);
      await fetch(`http://127.0.0.1:${String(port)}/callback?code=abc&state=right`);
      expect((await receiver.answer).get('code')).toBe('abc');
    },
  );
});

it.each([
  ['EADDRINUSE', /already in use.*Close the program/],
  ['EACCES', /doesn’t let programs use port 8710.*another port.*excludedportrange/],
])('a port that is refused with %s has its own message', (code, text) => {
  expect(portRefused(8710, Object.assign(new Error('listen'), { code }))).toMatchObject({
    code: 'PORT_BUSY',
    retryable: true,
    message: expect.stringMatching(text),
  });
});
