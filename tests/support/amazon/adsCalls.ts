import { inspect } from 'node:util';
import { afterEach, expect } from 'vitest';
import { AdsError } from '../../../main/amazonAds/adsError';
import {
  startLoopbackAmazon,
  testToken,
  type Arrived,
  type LoopbackAmazon,
  type Reply,
} from './loopbackAmazon';

export const question = {
  method: 'GET',
  path: '/amc/accounts',
  mediaType: 'application/vnd.test.v1+json',
} as const;

export const change = {
  method: 'POST',
  path: '/user-invitations',
  mediaType: 'application/vnd.test.v1+json',
  accountId: 'ENTITY1',
  body: Buffer.from('{"a": 1,\t"ü":2}'),
} as const;

/** The AdsError the work ends with. Fails if the token can be found in it in any way. */
export async function failureOf(work: Promise<unknown>): Promise<AdsError> {
  const thrown: unknown = await work.then(
    () => expect.fail('It should have failed.'),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AdsError)) expect.fail(`It should have been an AdsError: ${inspect(thrown)}`);
  for (const text of [
    inspect(thrown, { depth: 9, showHidden: true }),
    JSON.stringify(thrown),
    thrown.stack,
  ]) {
    expect(text).not.toContain(testToken);
  }
  return thrown;
}

const running: LoopbackAmazon[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

/** A server for one test, stopped after it. */
export async function amazonThat(reply: (count: number, request: Arrived) => Reply): Promise<LoopbackAmazon> {
  const server = await startLoopbackAmazon((request, count) => reply(count, request));
  running.push(server);
  return server;
}
