import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { AdsClient } from '../../../main/amazonAds/client/client';
import { amazonThat, change, failureOf, question } from '../../support/amazon/adsCalls';
import { freePort } from '../../support/network/freePort';
import { clientTo, testToken } from '../../support/amazon/loopbackAmazon';

describe('Amazon’s errors', () => {
  test.each([
    [400, 'BAD_REQUEST', 'refused'],
    [401, 'UNAUTHORIZED', 'refused'],
    [403, 'FORBIDDEN', 'refused'],
    [404, 'NOT_FOUND', 'refused'],
    [406, 'BAD_REQUEST', 'refused'],
    [415, 'BAD_REQUEST', 'refused'],
    [429, 'THROTTLED', 'refused'],
    [302, 'AMAZON_ERROR', 'unknown'],
    [500, 'AMAZON_ERROR', 'unknown'],
    [503, 'AMAZON_ERROR', 'unknown'],
  ])('a change answered with %i is %s, outcome %s, and is sent only once', async (status, code, outcome) => {
    const amazon = await amazonThat(() => ({ status, json: { message: 'No.' } }));
    const error = await failureOf(clientTo(amazon.origin).change(change));
    expect(error).toMatchObject({ code, outcome, httpStatus: status, details: 'No.' });
    expect(amazon.arrived).toHaveLength(1);
  });

  test.each([
    ['{message}', JSON.stringify({ message: 'Not an admin' }), 'Not an admin'],
    ['{code, message}', JSON.stringify({ code: 'E7', message: 'Not an admin' }), 'E7: Not an admin'],
    ['{code, details}', JSON.stringify({ code: 401, details: 'Expired' }), '401: Expired'],
    [
      '{errors}',
      JSON.stringify({ errors: [{ errorId: '1', errorCode: 'BAD', errorMessage: 'Unknown terms' }] }),
      'BAD: Unknown terms',
    ],
    ['the token itself', JSON.stringify({ message: `bad token ${testToken}!` }), 'bad token [removed]!'],
    ['another token', JSON.stringify({ message: 'see Atzr|secret.' }), 'see [removed]'],
  ])('a body of the form %s is reported in Amazon’s words', async (_form, text, details) => {
    const amazon = await amazonThat(() => ({ status: 403, text }));
    const error = await failureOf(clientTo(amazon.origin).read(question));
    expect(error.details).toBe(details);
    expect(error.message).toMatch(/admin/);
  });

  test.each([
    [
      'HTML',
      '<html><head><style>p{}</style><script>x()</script></head><body><h1>Blocked</h1><hr>openresty</body></html>',
      'Blocked openresty',
    ],
    ['nothing', '', undefined],
  ])('a body of the form %s is not treated as Amazon’s rejection', async (_form, text, details) => {
    const amazon = await amazonThat(() => ({ status: 403, text }));
    const error = await failureOf(clientTo(amazon.origin).change(change));
    expect(error).toMatchObject({ code: 'UNREADABLE_ANSWER', outcome: 'unknown' });
    expect(error.details).toBe(details);
    expect(error.message).toMatch(/^Something other than Amazon’s own answer came back \(status 403\)/);
  });

  test('long messages are shortened', async () => {
    const amazon = await amazonThat(() => ({ status: 400, text: '<p>' + 'word '.repeat(100_000) }));
    const error = await failureOf(clientTo(amazon.origin).read(question));
    expect(error.details).toHaveLength(500);
  });

  test.each([
    [{ 'x-amzn-RequestId': 'r-1', 'x-request-id': 'other' }, {}, 'r-1'],
    [{ 'x-amz-rid': 'r-2' }, {}, 'r-2'],
    [{ 'x-request-id': 'r-3' }, {}, 'r-3'],
    [{}, { requestId: 'r-4' }, 'r-4'],
    [{}, { requestId: 7 }, undefined],
  ])('finds the request ID in %o and %o', async (headers, json, requestId) => {
    const amazon = await amazonThat(() => ({ status: 400, headers, json }));
    expect((await failureOf(clientTo(amazon.origin).change(change))).requestId).toBe(requestId);
  });

  test.each(['', 'not JSON', '[1]', 'null', '"text"'])(
    'a 200 with the body %j is unreadable, outcome unknown, and not retried',
    async (text) => {
      const amazon = await amazonThat(() => ({ text, headers: { 'x-amzn-requestid': 'r-9' } }));
      const client = clientTo(amazon.origin);
      const error = await failureOf(client.change(change));
      expect(error).toMatchObject({ code: 'UNREADABLE_ANSWER', outcome: 'unknown', requestId: 'r-9' });
      await failureOf(client.read(question));
      expect(amazon.arrived).toHaveLength(2);
    },
  );

  test('a redirect is not followed, so the token is sent nowhere else', async () => {
    const elsewhere = await amazonThat(() => ({}));
    const amazon = await amazonThat(() => ({ status: 307, headers: { location: elsewhere.origin } }));
    const client = clientTo(amazon.origin);
    expect(await failureOf(client.read(question))).toMatchObject({ code: 'AMAZON_ERROR', httpStatus: 307 });
    expect(await failureOf(client.change(change))).toMatchObject({ outcome: 'unknown' });
    expect(elsewhere.arrived).toHaveLength(0);
  });
});

describe('without an answer', () => {
  const readOrChange: [string, (client: AdsClient) => Promise<unknown>][] = [
    ['read', (client) => client.read(question)],
    ['change', (client) => client.change(change)],
  ];

  test.each(readOrChange)('a %s that nobody listens to was certainly not sent', async (_kind, work) => {
    const error = await failureOf(work(clientTo(`http://127.0.0.1:${String(await freePort())}`)));
    expect(error).toMatchObject({ code: 'NETWORK', outcome: 'notSent', details: 'ECONNREFUSED' });
    expect(error.message).toMatch(/turned away/);
  });

  test('a nonexistent host was certainly not reached', async () => {
    const error = await failureOf(clientTo('https://amazon.invalid').change(change));
    expect(error).toMatchObject({ code: 'NETWORK', outcome: 'notSent' });
  });

  test('a connection without TLS certainly carried nothing', async () => {
    const amazon = await amazonThat(() => ({}));
    const error = await failureOf(clientTo(amazon.origin.replace('http:', 'https:')).change(change));
    expect(error).toMatchObject({ code: 'NETWORK', outcome: 'notSent' });
    expect(amazon.arrived).toHaveLength(0);
  });

  test('a change cut off after it arrived has an unknown outcome and is sent only once', async () => {
    const amazon = await amazonThat(() => 'reset');
    const error = await failureOf(clientTo(amazon.origin).change(change));
    expect(error).toMatchObject({ code: 'NETWORK', outcome: 'unknown' });
    expect(amazon.arrived).toHaveLength(1);
  });

  test('an answer cut off in the middle has an unknown outcome', async () => {
    const server = createServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"successes"'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const error = await failureOf(clientTo(`http://127.0.0.1:${String(port)}`).change(change));
    server.close();
    expect(error.outcome).toBe('unknown');
  });

  test('bytes that are not HTTP are an unreadable answer', async () => {
    const server = createServer((socket) =>
      socket.once('data', () => socket.end('220 mail.example ESMTP\r\n')),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const error = await failureOf(clientTo(`http://127.0.0.1:${String(port)}`).change(change));
    server.close();
    expect(error).toMatchObject({ code: 'UNREADABLE_ANSWER', outcome: 'unknown' });
  });

  test.each(readOrChange)(
    'a %s without an answer ends after the timeout, and is sent once',
    async (_kind, work) => {
      const amazon = await amazonThat(() => 'silence');
      const error = await failureOf(work(clientTo(amazon.origin, { timeoutMs: 100 })));
      expect(error).toMatchObject({ code: 'TIMEOUT', outcome: 'unknown' });
      expect(amazon.arrived).toHaveLength(1);
    },
  );

  test('an answer larger than 20 MB is rejected', async () => {
    const amazon = await amazonThat(() => ({ text: `{"a":"${'x'.repeat(21 * 1024 * 1024)}"}` }));
    expect(await failureOf(clientTo(amazon.origin).read(question))).toMatchObject({
      code: 'UNREADABLE_ANSWER',
    });
  });
});
