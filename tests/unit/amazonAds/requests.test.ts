import { describe, expect, test } from 'vitest';
import { createAdsClient, type AdsClient } from '../../../main/amazonAds/client/client';
import { redeemInvitation } from '../../../main/amazonAds/redeem';
import { createTermsToken } from '../../../main/amazonAds/termsTokens';
import { CodedError } from '../../../shared/errors';
import { amazonThat, change, failureOf, question } from '../../support/amazon/adsCalls';
import { clientTo, testToken, type Arrived, type Reply } from '../../support/amazon/loopbackAmazon';

describe('a request', () => {
  test('carries the headers and media types of the contract and exactly the given bytes', async () => {
    const amazon = await amazonThat(() => ({ json: { fine: true } }));
    const answer = await clientTo(amazon.origin).change(change);
    expect(answer).toMatchObject({ httpStatus: 200, body: { fine: true } });
    const [arrived] = amazon.arrived;
    expect(arrived).toMatchObject({ method: 'POST', path: '/user-invitations', body: '{"a": 1,\t"ü":2}' });
    expect(arrived?.headers).toMatchObject({
      accept: change.mediaType,
      'content-type': change.mediaType,
      authorization: `Bearer ${testToken}`,
      'amazon-advertising-api-clientid': 'amzn1.application-oa2-client.test',
      'amazon-ads-accountid': 'ENTITY1',
    });
  });

  test('without a body has no Content-Type and no account header', async () => {
    const amazon = await amazonThat(() => ({}));
    await clientTo(amazon.origin).read({ ...question, query: { nextToken: 'a/b+c=&d' } });
    const headers = amazon.arrived[0]?.headers ?? {};
    expect(headers).not.toHaveProperty('content-type');
    expect(headers).not.toHaveProperty('amazon-ads-accountid');
    expect(new URL(amazon.arrived[0]?.path ?? '', amazon.origin).searchParams.get('nextToken')).toBe(
      'a/b+c=&d',
    );
  });

  test('of one client never mixes up hosts or tokens with another', async () => {
    const servers = [await amazonThat(() => ({})), await amazonThat(() => ({}))];
    const clients = servers.map(({ origin }, index) =>
      createAdsClient({
        apiUrl: origin,
        clientId: `client-${String(index)}`,
        getToken: () => Promise.resolve(`token-${String(index)}`),
      }),
    );
    await Promise.all(
      Array.from({ length: 40 }, (_, count) => (clients[count % 2] ?? expect.fail()).read(question)),
    );
    servers.forEach(({ arrived }, index) => {
      expect(arrived).toHaveLength(20);
      for (const { headers } of arrived) {
        expect(headers.authorization).toBe(`Bearer token-${String(index)}`);
        expect(headers['amazon-advertising-api-clientid']).toBe(`client-${String(index)}`);
      }
    });
  });
});

describe('tokens', () => {
  function clientWithTokens(origin: string): { client: AdsClient; renewals: () => number } {
    let renewals = 0;
    const client = createAdsClient({
      apiUrl: origin,
      clientId: 'client',
      getToken: ({ renew = false } = {}) => {
        if (renew) renewals += 1;
        return Promise.resolve(`token-${String(renewals)}`);
      },
    });
    return { client, renewals: () => renewals };
  }
  const refusing =
    (bad: string) =>
    (_count: number, { headers }: Arrived): Reply =>
      headers.authorization === `Bearer ${bad}` ? { status: 401 } : {};

  test('a read rejected with 401 is retried once, with a fresh token', async () => {
    const amazon = await amazonThat(refusing('token-0'));
    const { client, renewals } = clientWithTokens(amazon.origin);
    await client.read(question);
    expect(amazon.arrived.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-0',
      'Bearer token-1',
    ]);
    expect(renewals()).toBe(1);
  });

  test('a read rejected twice fails and is not sent a third time', async () => {
    const amazon = await amazonThat(() => ({ status: 401 }));
    const { client } = clientWithTokens(amazon.origin);
    expect(await failureOf(client.read(question))).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(amazon.arrived).toHaveLength(2);
  });

  test('a change rejected with 401 is not repeated, but the next one has a fresh token', async () => {
    const amazon = await amazonThat(refusing('token-0'));
    const { client } = clientWithTokens(amazon.origin);
    expect(await failureOf(client.change(change))).toMatchObject({ outcome: 'refused' });
    expect(amazon.arrived).toHaveLength(1);
    await client.change(change);
    expect(amazon.arrived).toHaveLength(2);
  });

  test.each([
    ['redeeming', (client: AdsClient) => redeemInvitation(client, 'inv-1')],
    ['starting to accept terms', (client: AdsClient) => createTermsToken(client, 'ADSP')],
  ])('%s, which is harmless twice, continues with a fresh token after a 401, once', async (_what, work) => {
    const amazon = await amazonThat((count, request) =>
      count === 1
        ? refusing('token-0')(count, request)
        : { json: { termsToken: 't', termsUrl: 'https://t' } },
    );
    const { client, renewals } = clientWithTokens(amazon.origin);
    await work(client);
    expect([amazon.arrived.length, renewals()]).toEqual([2, 1]);
    expect(amazon.arrived[1]?.body).toBe(amazon.arrived[0]?.body);

    const never = await amazonThat(() => ({ status: 401 }));
    expect(await failureOf(work(clientWithTokens(never.origin).client))).toMatchObject({
      code: 'UNAUTHORIZED',
    });
    expect(never.arrived).toHaveLength(2);
  });

  test('without a token nothing is sent, and the reason is kept', async () => {
    const amazon = await amazonThat(() => ({}));
    const signIn = new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' });
    const client = createAdsClient({
      apiUrl: amazon.origin,
      clientId: 'client',
      getToken: () => Promise.reject(signIn),
    });
    for (const work of [client.read(question), client.change(change)]) {
      expect(await failureOf(work)).toMatchObject({
        code: 'SIGN_IN_REQUIRED',
        message: 'Sign in again.',
        outcome: 'notSent',
      });
    }
    expect(amazon.arrived).toHaveLength(0);
  });
});
