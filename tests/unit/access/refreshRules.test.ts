import { describe, expect, test } from 'vitest';
import { createTally } from '../../../main/access/refresh/refreshTally';
import { endsPart, isStale } from '../../../main/access/refresh/refreshRules';
import { connectionError, statusError, timeoutError } from '../../../main/amazonAds/adsError';
import { CodedError, type ErrorBody } from '../../../shared/errors';

const signIn = new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' });

describe('what ends the refresh of a connection', () => {
  test.each<[string, unknown, number, boolean]>([
    ['a missing sign-in', signIn, 1, true],
    ['a locked keychain', new CodedError({ code: 'KEYCHAIN_LOCKED', message: 'Unlock it.' }), 1, true],
    ['a rejected token', statusError(401, {}), 1, true],
    ['no connection to Amazon', connectionError(false, 'ENOTFOUND'), 1, true],
    ['one lost connection', connectionError(true, 'ECONNRESET'), 1, false],
    ['one account without an answer', timeoutError(true, 35), 1, false],
    ['several accounts in a row without an answer', timeoutError(true, 35), 4, true],
    ['missing permission', statusError(403, {}), 9, false],
    ['a failure at Amazon', statusError(500, {}), 9, false],
    ['a throttled request', statusError(429, {}), 9, false],
    ['a bug', new Error('oops'), 9, false],
  ])('%s', (_what, thrown, misses, expected) => {
    expect(endsPart(thrown, misses)).toBe(expected);
  });
});

describe('an outdated copy', () => {
  test.each([
    ['never read', { canInvite: true, asOf: 500, invitationsAsOf: null }, true],
    ['read before', { canInvite: true, asOf: 500, invitationsAsOf: 99 }, true],
    ['read since', { canInvite: true, asOf: 1, invitationsAsOf: 100 }, false],
    ['if it may not be read, rejected before', { canInvite: false, asOf: 99, invitationsAsOf: null }, true],
    ['if it may not be read, rejected since', { canInvite: false, asOf: 100, invitationsAsOf: null }, false],
  ])('%s', (_what, account, expected) => {
    expect(isStale(account, 100)).toBe(expected);
  });
});

test('a tally counts accounts over all connections; missing permission counts as an answer', () => {
  let changes = 0;
  const tally = createTally(() => (changes += 1));
  const ref = (accountId: string) => ({ connectionId: 'c-1', accountId });
  const [a, b, c] = [ref('A'), ref('B'), ref('C')];
  const error = (code: ErrorBody['code']): ErrorBody => ({ code, message: code, retryable: false });
  tally.expect('c-1', 3);
  tally.expect('c-2', 7);
  tally.expect('c-2', 2);
  for (const account of [a, b, c]) tally.begin(account);
  tally.end(a, null);
  tally.end(b, error('FORBIDDEN'));
  tally.end(c, error('BAD_REQUEST'));
  tally.connectionFailed('c-2', error('NETWORK'));
  expect(tally.counts()).toEqual({
    total: 5,
    done: 2,
    failed: 1,
    current: [],
    failures: [
      { connectionId: 'c-1', account: c, error: error('BAD_REQUEST') },
      { connectionId: 'c-2', account: null, error: error('NETWORK') },
    ],
  });
  expect(changes).toBe(10);
});
