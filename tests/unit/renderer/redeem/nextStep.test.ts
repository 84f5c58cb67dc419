import { describe, expect, test } from 'vitest';
import { nextStep, candidatesFor } from '../../../../renderer/features/redeem/nextStep';
import type { Connection } from '../../../../shared/domain/connection/connection';
import type { RedeemPreview, TermsWatch, WaitingLink } from '../../../../shared/domain/redeem/redeem';
import { connectionOf, linkOf, now, previewOf } from './support';

const stepOf = (
  link: WaitingLink,
  connections: readonly Connection[] = [connectionOf()],
  terms: readonly TermsWatch[] = [],
  lookedAt: readonly string[] = [],
) => nextStep(link, { connections, terms, lookedAt: new Set(lookedAt), now });

const shown = (change: Partial<RedeemPreview>): WaitingLink => linkOf({ preview: previewOf(change) });

const error = { code: 'FORBIDDEN', message: 'No.', retryable: false } as const;

describe('before Amazon was asked', () => {
  const unknown = linkOf({ preview: null });

  test('without a connection of its region, one must be created first', () => {
    const link = linkOf({ preview: null, connectionId: null });
    expect(stepOf(link, [])).toEqual({ kind: 'connect' });
    expect(stepOf(link, [connectionOf({ region: 'na' })])).toEqual({ kind: 'connect' });
  });

  test('with several connections and none selected, a person selects one', () => {
    const link = linkOf({ preview: null, connectionId: null });
    expect(stepOf(link, [connectionOf(), connectionOf({ connectionId: 'c2' })])).toEqual({ kind: 'choose' });
  });

  test('a connection that was removed in the meantime does not count', () => {
    expect(stepOf(unknown, [])).toEqual({ kind: 'connect' });
    expect(stepOf(unknown, [connectionOf({ connectionId: 'c2' })])).toEqual({ kind: 'choose' });
  });

  test.each(['signedOut', 'signInAgain'] as const)('%s: signing in comes first', (state) => {
    const connection = connectionOf({ state });
    expect(stepOf(unknown, [connection])).toEqual({ kind: 'signIn', connection });
    expect(stepOf(linkOf(), [connection])).toEqual({ kind: 'signIn', connection });
  });

  test('signed in: it is requested, and cannot be redeemed unseen', () => {
    expect(stepOf(unknown)).toEqual({ kind: 'asking' });
  });

  test('opened outside the app: nothing is requested before a person wants to know', () => {
    const opened = linkOf({ preview: null, from: 'opened' });
    const through = [connectionOf()];
    expect(stepOf(opened, through)).toEqual({ kind: 'look' });
    expect(stepOf(opened, through, [], ['another'])).toEqual({ kind: 'look' });
    expect(stepOf(opened, through, [], [opened.invitationId])).toEqual({ kind: 'asking' });
    expect(stepOf({ ...opened, previewError: error }, through)).toEqual({ kind: 'redeem', doubtful: true });
    expect(stepOf(linkOf({ from: 'opened' }), through)).toEqual({ kind: 'redeem', doubtful: false });
  });

  test('an invitation Amazon does not show can be tried, but never counts as ready', () => {
    expect(stepOf(linkOf({ preview: null, previewError: error }))).toEqual({
      kind: 'redeem',
      doubtful: true,
    });
  });
});

describe('what Amazon returned determines whether it is ready', () => {
  test.each([
    ['pending', {}, false],
    ['resent, in another case', { state: 'Resent' }, false],
    ['no status', { state: null }, false],
    ['an address that cannot be compared', { otherAddress: null }, false],
    ['no expiry', { expiresAt: null }, false],
    ['revoked', { state: 'REVOKED' }, true],
    ['an unknown status', { state: 'PENDING_REVIEW' }, true],
    ['expired by the clock', { expiresAt: now }, true],
    ['for somebody else', { otherAddress: true }, true],
  ])('%s', (_name, change, doubtful) => {
    expect(stepOf(shown(change))).toEqual({ kind: 'redeem', doubtful });
  });

  test('a redeemed one needs nothing more, whatever was returned before', () => {
    const link = linkOf({ outcome: 'redeemed', preview: previewOf({ state: 'REVOKED' }) });
    expect(stepOf(link, [])).toEqual({ kind: 'done' });
  });
});

describe('terms', () => {
  const link = shown({ missingTerms: ['MARKETING_CLOUD', 'PARTNER_NETWORK'] });
  const watch = (change: Partial<TermsWatch>): TermsWatch => ({
    connectionId: 'c1',
    termsType: 'MARKETING_CLOUD',
    status: 'accepted',
    url: 'https://advertising.amazon.com/terms/agreement/1',
    browserOpened: true,
    until: now + 1000,
    error: null,
    ...change,
  });

  test('each kind must be accepted first', () => {
    expect(stepOf(link)).toEqual({ kind: 'terms', types: ['MARKETING_CLOUD', 'PARTNER_NETWORK'] });
    expect(stepOf(link, [connectionOf()], [watch({})])).toEqual({
      kind: 'terms',
      types: ['PARTNER_NETWORK'],
    });
    const both = [watch({}), watch({ termsType: 'PARTNER_NETWORK' })];
    expect(stepOf(link, [connectionOf()], both)).toEqual({ kind: 'redeem', doubtful: false });
  });

  test('terms that are waiting, ended or accepted by somebody else do not count as accepted', () => {
    for (const change of [
      { status: 'waiting' },
      { status: 'ended' },
      { connectionId: 'c2' },
    ] satisfies Partial<TermsWatch>[]) {
      expect(stepOf(link, [connectionOf()], [watch(change)])).toMatchObject({
        kind: 'terms',
        types: ['MARKETING_CLOUD', 'PARTNER_NETWORK'],
      });
    }
  });

  test('terms this app cannot open do not block a try', () => {
    expect(stepOf(shown({ missingTerms: ['OTHER_TERMS', 'toString'] }))).toEqual({
      kind: 'redeem',
      doubtful: false,
    });
  });

  test('no terms are required for an invitation that Amazon will reject', () => {
    const lapsed = shown({ missingTerms: ['MARKETING_CLOUD'], state: 'EXPIRED' });
    expect(stepOf(lapsed)).toEqual({ kind: 'redeem', doubtful: true });
  });
});

test('the available connections are those of the region, or all if a link names none', () => {
  const accesses = [connectionOf(), connectionOf({ connectionId: 'c2', region: 'na' })];
  expect(candidatesFor({ region: 'na' }, accesses).map(({ connectionId }) => connectionId)).toEqual(['c2']);
  expect(candidatesFor({ region: null }, accesses)).toHaveLength(2);
  expect(candidatesFor({ region: 'fe' }, accesses)).toEqual([]);
});
