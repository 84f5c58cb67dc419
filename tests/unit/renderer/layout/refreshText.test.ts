import { failureGroups } from '../../../../renderer/components/text/failureGroups';
import { describe, expect, test } from 'vitest';
import { someNames } from '../../../../renderer/components/text/someNames';
import { progressText, unreadAccounts, unreadText } from '../../../../renderer/layout/notices/refreshText';
import {
  allReading,
  refreshStateOf,
  accountsReading,
} from '../../../../renderer/queries/refresh/refreshState';
import type { RefreshFailure, RefreshProgress } from '../../../../shared/domain/account/refresh';
import type { ErrorBody } from '../../../../shared/errors';
import { matching } from '../../../support/fixtures/matching';

const offline: ErrorBody = { code: 'NETWORK', message: 'Amazon could not be reached.', retryable: true };
const refused: ErrorBody = { code: 'BAD_REQUEST', message: 'Amazon did not accept it.', retryable: false };
const failure = (accountId: string | null, error: ErrorBody): RefreshFailure => ({
  connectionId: 'c1',
  account: accountId === null ? null : { connectionId: 'c1', accountId },
  error,
});
const progress = (more: Partial<RefreshProgress>): RefreshProgress => ({
  startedAt: 5,
  quiet: false,
  running: true,
  paused: false,
  stopped: false,
  total: 80,
  done: 33,
  failed: 1,
  current: [],
  failures: [],
  waits: [],
  ...more,
});

describe('the progress of refreshing all accounts, as text', () => {
  test.each<[Partial<RefreshProgress>, unknown]>([
    [{}, 'Refreshing 34 of 80'],
    [{ total: 0, done: 0, failed: 0 }, 'Refreshing'],
    [{ paused: true }, 'Paused after 34 of 80'],
    [{ stopped: true, paused: true }, 'Stopping after 34 of 80'],
    [{ running: false }, null],
    [
      {
        waits: [{ connectionId: 'c1', reason: 'throttled', message: 'Slow down.', until: 1_764_000_000_000 }],
      },
      matching(/^Refreshing 34 of 80; Amazon asked to wait until \d/),
    ],
  ])('%j', (more, expected) => {
    expect(progressText(progress(more))).toEqual(expected);
  });

  test('shows failed accounts by number, and connections only if no account failed', () => {
    expect(unreadText([failure(null, offline), failure('A', offline), failure('B', offline)])).toBe(
      '2 accounts',
    );
    expect(unreadText([failure('A', refused)])).toBe('1 account');
    expect(unreadAccounts([failure(null, offline), failure('A', offline)])).toBe(1);
    expect(unreadText([failure(null, offline)])).toBe('the accounts of 1 connection');
    expect(unreadText([failure(null, offline), { ...failure(null, refused), connectionId: 'c2' }])).toBe(
      'the accounts of 2 connections',
    );
  });

  test('groups failures by reason, the most frequent first', () => {
    const failures = [failure('A', refused), failure('B', offline), failure('C', offline)];
    expect(failureGroups(failures, ({ account }) => account?.accountId ?? '')).toEqual([
      { error: offline, names: ['B', 'C'] },
      { error: refused, names: ['A'] },
    ]);
    expect(someNames(['A', 'B', 'C'], 2)).toBe('A, B and 1 other');
    expect(someNames(['A', 'B'], 2)).toBe('A, B');
  });
});

test('rejections by Amazon are grouped by its own message, which the sentence does not show', () => {
  const because = (details: string, requestId: string): ErrorBody => ({ ...refused, details, requestId });
  const failures = [
    failure('A', because('Not for vendors', 'r-1')),
    failure('B', because('Closed', 'r-2')),
    failure('C', because('Closed', 'r-3')),
  ];
  expect(failureGroups(failures, ({ account }) => account?.accountId ?? '')).toEqual([
    { error: because('Closed', 'r-2'), names: ['B', 'C'] },
    { error: because('Not for vendors', 'r-1'), names: ['A'] },
  ]);
});

describe('a refresh of all accounts, in the refresh state', () => {
  const stateOf = (more: Partial<RefreshProgress>, at = 1) =>
    refreshStateOf(
      [accountsReading('c1', { at, answer: undefined, error: offline }), allReading(progress(more))],
      ['c1'],
    );

  test('counts as running unless the app started it or it is paused', () => {
    expect(stateOf({}).refreshing).toBe(true);
    expect(stateOf({ quiet: true }).refreshing).toBe(false);
    expect(stateOf({ paused: true }).refreshing).toBe(false);
  });

  test('replaces earlier failures with its own', () => {
    expect(stateOf({ running: false })).toMatchObject({ failures: [], offline: false });
    expect(stateOf({ running: false, failures: [failure('A', refused)] }).failures).toMatchObject([
      { account: { accountId: 'A' }, error: refused },
    ]);
    expect(stateOf({ running: false }, 9).failures).toHaveLength(1);
  });

  test('names a connection that could not be read at all, not each of its accounts', () => {
    const failures = [failure(null, offline), failure('A', offline), failure('B', offline)];
    expect(stateOf({ running: false, done: 0, failures })).toMatchObject({
      offline: true,
      failures: [{ account: null, error: offline }],
    });
  });

  test('that the app started ends the offline state once it has reached anything', () => {
    expect(stateOf({ quiet: true, done: 0 })).toMatchObject({
      offline: true,
      failures: [{ error: offline }],
    });
    expect(stateOf({ quiet: true, done: 1 })).toMatchObject({ offline: false, failures: [] });
  });

  test('that was stopped changes nothing about what it did not reach', () => {
    expect(stateOf({ running: false, stopped: true, done: 0 }).failures).toHaveLength(1);
  });
});
