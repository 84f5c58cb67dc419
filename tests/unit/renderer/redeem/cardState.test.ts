import { describe, expect, test } from 'vitest';
import { nextStep, candidatesFor } from '../../../../renderer/features/redeem/cardState';
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

  test('without a connection of its region one has to be made, whatever else there is', () => {
    const link = linkOf({ preview: null, connectionId: null });
    expect(stepOf(link, [])).toEqual({ kind: 'connect' });
    expect(stepOf(link, [connectionOf({ region: 'na' })])).toEqual({ kind: 'connect' });
  });

  test('with several ways and none selected, a person chooses', () => {
    const link = linkOf({ preview: null, connectionId: null });
    expect(stepOf(link, [connectionOf(), connectionOf({ connectionId: 'c2' })])).toEqual({ kind: 'choose' });
  });

  test('a connection that was removed in the meantime is none', () => {
    expect(stepOf(unknown, [])).toEqual({ kind: 'connect' });
    expect(stepOf(unknown, [connectionOf({ connectionId: 'c2' })])).toEqual({ kind: 'choose' });
  });

  test.each(['signedOut', 'signInAgain'] as const)('%s: signing in comes first', (state) => {
    const connection = connectionOf({ state });
    expect(stepOf(unknown, [connection])).toEqual({ kind: 'signIn', connection });
    expect(stepOf(linkOf(), [connection])).toEqual({ kind: 'signIn', connection });
  });

  test('signed in: it is asked for, and cannot be redeemed unseen', () => {
    expect(stepOf(unknown)).toEqual({ kind: 'asking' });
  });

  test('opened outside the app: nobody is asked before a person wants to know', () => {
    const opened = linkOf({ preview: null, from: 'opened' });
    const through = [connectionOf()];
    expect(stepOf(opened, through)).toEqual({ kind: 'look' });
    expect(stepOf(opened, through, [], ['another'])).toEqual({ kind: 'look' });
    expect(stepOf(opened, through, [], [opened.invitationId])).toEqual({ kind: 'asking' });
    expect(stepOf({ ...opened, previewError: error }, through)).toEqual({ kind: 'redeem', doubtful: true });
    expect(stepOf(linkOf({ from: 'opened' }), through)).toEqual({ kind: 'redeem', doubtful: false });
  });

  test('what Amazon does not show can be tried, but never counts as ready', () => {
    expect(stepOf(linkOf({ preview: null, previewError: error }))).toEqual({
      kind: 'redeem',
      doubtful: true,
    });
  });
});

describe('what Amazon told decides whether it is ready', () => {
  test.each([
    ['pending', {}, false],
    ['resent, in other letters', { state: 'Resent' }, false],
    ['no word', { state: null }, false],
    ['an address that cannot be compared', { otherAddress: null }, false],
    ['no expiry', { expiresAt: null }, false],
    ['revoked', { state: 'REVOKED' }, true],
    ['a word nobody knows', { state: 'PENDING_REVIEW' }, true],
    ['lapsed by the clock', { expiresAt: now }, true],
    ['for somebody else', { otherAddress: true }, true],
  ])('%s', (_name, change, doubtful) => {
    expect(stepOf(shown(change))).toEqual({ kind: 'redeem', doubtful });
  });

  test('one that is redeemed needs nothing more, whatever was told before', () => {
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

  test('each kind has to be accepted before', () => {
    expect(stepOf(link)).toEqual({ kind: 'terms', types: ['MARKETING_CLOUD', 'PARTNER_NETWORK'] });
    expect(stepOf(link, [connectionOf()], [watch({})])).toEqual({
      kind: 'terms',
      types: ['PARTNER_NETWORK'],
    });
    const both = [watch({}), watch({ termsType: 'PARTNER_NETWORK' })];
    expect(stepOf(link, [connectionOf()], both)).toEqual({ kind: 'redeem', doubtful: false });
  });

  test('neither waiting, nor ended, nor accepted by somebody else is accepted', () => {
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

  test('those this app cannot open keep nobody from trying', () => {
    expect(stepOf(shown({ missingTerms: ['OTHER_TERMS', 'toString'] }))).toEqual({
      kind: 'redeem',
      doubtful: false,
    });
  });

  test('nobody has to accept anything for an invitation that Amazon will refuse', () => {
    const lapsed = shown({ missingTerms: ['MARKETING_CLOUD'], state: 'EXPIRED' });
    expect(stepOf(lapsed)).toEqual({ kind: 'redeem', doubtful: true });
  });
});

test('the ways are the connections of the region, all of them where a link names none', () => {
  const accesses = [connectionOf(), connectionOf({ connectionId: 'c2', region: 'na' })];
  expect(candidatesFor({ region: 'na' }, accesses).map(({ connectionId }) => connectionId)).toEqual(['c2']);
  expect(candidatesFor({ region: null }, accesses)).toHaveLength(2);
  expect(candidatesFor({ region: 'fe' }, accesses)).toEqual([]);
});
