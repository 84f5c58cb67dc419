import { describe, expect, test } from 'vitest';
import {
  accountsReading,
  invitationsReading,
  refreshStateOf,
  toReadAgain,
  type Reading,
} from '../../../../renderer/queries/refresh/refreshState';
import type { ErrorBody } from '../../../../shared/errors';

const offline: ErrorBody = { code: 'NETWORK', message: 'Amazon could not be reached.', retryable: true };
const broken: ErrorBody = { code: 'AMAZON_ERROR', message: 'Amazon failed.', retryable: true };
const one = { connectionId: 'c1', accountId: 'ENTITY1' };
const two = { connectionId: 'c1', accountId: 'ENTITY2' };
const stateOf = (...readings: Reading[]) => refreshStateOf(readings, ['c1', 'c2']);

const accountsFailed = (at: number, error = offline): Reading =>
  accountsReading('c1', { at, answer: undefined, error });
const accountsRead = (at: number): Reading =>
  accountsReading('c1', { at, answer: { accounts: 2, failures: [] }, error: undefined });
const invitationsRead = (at: number, errors: readonly (ErrorBody | null)[]): Reading => {
  const results = [one, two].slice(0, errors.length).map((account, index) => ({
    account,
    error: errors[index] ?? null,
  }));
  return invitationsReading(
    results.map(({ account }) => account),
    { at, answer: { results }, error: undefined },
  );
};

describe('the refresh state', () => {
  test('is refreshing while an attempt is running, which proves nothing yet', () => {
    const underWay = accountsReading('c1', { at: 2, answer: undefined, error: undefined });
    const state = stateOf(accountsFailed(1), underWay);
    expect(state.refreshing).toBe(true);
    expect(state.failures).toHaveLength(1);
  });

  test('is offline only when Amazon could not be reached', () => {
    expect(stateOf(accountsFailed(1)).offline).toBe(true);
    expect(stateOf(accountsFailed(1, broken))).toMatchObject({
      offline: false,
      failures: [{ error: broken }],
    });
  });

  test('is not offline if one account could not be reached but another was read', () => {
    expect(stateOf(invitationsRead(1, [offline, null]))).toMatchObject({
      offline: false,
      failures: [{ account: one, error: offline }],
    });
    expect(stateOf(invitationsRead(1, [offline, null]), invitationsRead(2, [offline])).offline).toBe(true);
  });

  test('clears a problem after the same data was read, whatever the order of the reports', () => {
    expect(stateOf(accountsRead(2), accountsFailed(1)).failures).toEqual([]);
    expect(stateOf(accountsRead(1), accountsFailed(2)).failures).toHaveLength(1);
    expect(stateOf(invitationsRead(1, [broken, broken]), accountsRead(2)).failures).toEqual([]);
  });

  test('keeps the problem of an account that was not read again', () => {
    const { failures: failures } = stateOf(invitationsRead(1, [broken, broken]), invitationsRead(2, [null]));
    expect(failures.map(({ account }) => account)).toEqual([two]);
  });

  test('leaves offline after an answer for one account, but keeps other kinds of problems', () => {
    expect(stateOf(accountsFailed(1), invitationsRead(2, [null])).failures).toEqual([]);
    expect(stateOf(accountsFailed(1, broken), invitationsRead(2, [null])).failures).toHaveLength(1);
  });

  test('of one connection does not change with an answer through another', () => {
    const other = accountsReading('c2', { at: 1, answer: undefined, error: offline });
    expect(stateOf(other, invitationsRead(2, [null])).failures).toMatchObject([{ connectionId: 'c2' }]);
  });

  test('of invitations is kept when reading the accounts fails', () => {
    expect(stateOf(invitationsRead(1, [broken]), accountsFailed(2)).failures).toHaveLength(2);
  });

  test('ignores a connection that was removed', () => {
    expect(refreshStateOf([accountsFailed(1)], ['c2'])).toMatchObject({ failures: [], offline: false });
  });
});

describe('what the app reads again automatically', () => {
  test('is one thing while offline, and the rest after Amazon was reached', () => {
    const unread = invitationsRead(1, [offline, offline]);
    expect(toReadAgain(stateOf(unread))).toMatchObject([{ account: one }]);
    expect(toReadAgain(stateOf(unread, invitationsRead(2, [null])))).toMatchObject([{ account: two }]);
    expect(toReadAgain(stateOf(unread, invitationsRead(2, [null, null])))).toEqual([]);
  });

  test('is nothing else, and nothing while a refresh is running', () => {
    expect(toReadAgain(stateOf(accountsFailed(1, broken)))).toEqual([]);
    const underWay = accountsReading('c1', { at: 2, answer: undefined, error: undefined });
    expect(toReadAgain(stateOf(accountsFailed(1), underWay))).toEqual([]);
  });

  test('includes when the latest attempt started, so that each failure is followed by another request', () => {
    expect(stateOf().latestAt).toBeNull();
    expect(stateOf(accountsFailed(7), accountsFailed(3)).latestAt).toBe(7);
  });
});
