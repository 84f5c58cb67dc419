import { createServer } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  anyPort,
  openLoopbackReceiver,
  type LoopbackReceiver,
} from '../../../main/connections/loopbackReceiver';
import { freePort } from '../../support/freePort';
import { otherAddress } from '../../support/otherAddress';

let receiver: LoopbackReceiver | null = null;

afterEach(async () => {
  await receiver?.close();
  receiver = null;
});

describe('the loopback receiver', () => {
  it('takes the first answer with the right state', async () => {
    const port = await freePort();
    receiver = await openLoopbackReceiver(port, 'right');
    const page = await fetch(`http://localhost:${String(port)}/callback?code=abc&state=right`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('You can close this tab');
    expect((await receiver.answer).get('code')).toBe('abc');
  });

  it('goes on waiting after a wrong state, another path and another method', async () => {
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

  it('repeats nothing of the request on its page', async () => {
    const port = await freePort();
    receiver = await openLoopbackReceiver(port, 'right');
    const page = await fetch(
      `http://127.0.0.1:${String(port)}/callback?state=wrong&code=<script>alert(1)</script>`,
    );
    expect(await page.text()).not.toContain('alert');
  });

  it.each(['127.0.0.1', '::1'])('says the port is busy when another program has it on %s', async (host) => {
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
  });

  it('finds a free port by itself where any will do, the same on both addresses', async () => {
    receiver = await openLoopbackReceiver(anyPort, 'right');
    const { port } = receiver;
    const other = await openLoopbackReceiver(anyPort, 'other');
    expect(other.port).not.toBe(port);
    await other.close();
    await fetch(`http://localhost:${String(port)}/callback?code=abc&state=right`);
    expect((await receiver.answer).get('code')).toBe('abc');
  });

  it('cannot be reached through an address of the network', async () => {
    const port = await freePort();
    receiver = await openLoopbackReceiver(port, 'x');
    const socket = connect(port, otherAddress());
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});
