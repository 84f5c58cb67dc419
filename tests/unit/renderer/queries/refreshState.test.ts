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

describe('the state of refreshing', () => {
  test('is refreshing while an attempt is under way, which says nothing yet', () => {
    const underWay = accountsReading('c1', { at: 2, answer: undefined, error: undefined });
    const state = stateOf(accountsFailed(1), underWay);
    expect(state.refreshing).toBe(true);
    expect(state.failures).toHaveLength(1);
  });

  test('tells offline only when Amazon could not be reached', () => {
    expect(stateOf(accountsFailed(1)).offline).toBe(true);
    expect(stateOf(accountsFailed(1, broken))).toMatchObject({
      offline: false,
      failures: [{ error: broken }],
    });
  });

  test('one account that could not be reached beside one that was read is no being offline', () => {
    expect(stateOf(invitationsRead(1, [offline, null]))).toMatchObject({
      offline: false,
      failures: [{ account: one, error: offline }],
    });
    expect(stateOf(invitationsRead(1, [offline, null]), invitationsRead(2, [offline])).offline).toBe(true);
  });

  test('forgets a trouble once the same thing was read, whatever the order they are told in', () => {
    expect(stateOf(accountsRead(2), accountsFailed(1)).failures).toEqual([]);
    expect(stateOf(accountsRead(1), accountsFailed(2)).failures).toHaveLength(1);
    expect(stateOf(invitationsRead(1, [broken, broken]), accountsRead(2)).failures).toEqual([]);
  });

  test('keeps the trouble of an account that was not read again', () => {
    const { failures: failures } = stateOf(invitationsRead(1, [broken, broken]), invitationsRead(2, [null]));
    expect(failures.map(({ account }) => account)).toEqual([two]);
  });

  test('an answer for one account ends being offline, but not another kind of trouble', () => {
    expect(stateOf(accountsFailed(1), invitationsRead(2, [null])).failures).toEqual([]);
    expect(stateOf(accountsFailed(1, broken), invitationsRead(2, [null])).failures).toHaveLength(1);
  });

  test('an answer through one connection says nothing of another, which may go another way', () => {
    const other = accountsReading('c2', { at: 1, answer: undefined, error: offline });
    expect(stateOf(other, invitationsRead(2, [null])).failures).toMatchObject([{ connectionId: 'c2' }]);
  });

  test('a failed reading of the accounts leaves what is known of their invitations', () => {
    expect(stateOf(invitationsRead(1, [broken]), accountsFailed(2)).failures).toHaveLength(2);
  });

  test('says nothing of a connection that was removed', () => {
    expect(refreshStateOf([accountsFailed(1)], ['c2'])).toMatchObject({ failures: [], offline: false });
  });
});

describe('what is read again by the app', () => {
  test('is one thing while offline, and the rest once Amazon was reached', () => {
    const unread = invitationsRead(1, [offline, offline]);
    expect(toReadAgain(stateOf(unread))).toMatchObject([{ account: one }]);
    expect(toReadAgain(stateOf(unread, invitationsRead(2, [null])))).toMatchObject([{ account: two }]);
    expect(toReadAgain(stateOf(unread, invitationsRead(2, [null, null])))).toEqual([]);
  });

  test('is nothing of another kind, and nothing while reading goes on', () => {
    expect(toReadAgain(stateOf(accountsFailed(1, broken)))).toEqual([]);
    const underWay = accountsReading('c1', { at: 2, answer: undefined, error: undefined });
    expect(toReadAgain(stateOf(accountsFailed(1), underWay))).toEqual([]);
  });

  test('comes with when the latest attempt began, so that each failure is followed by another question', () => {
    expect(stateOf().latestAt).toBeNull();
    expect(stateOf(accountsFailed(7), accountsFailed(3)).latestAt).toBe(7);
  });
});
