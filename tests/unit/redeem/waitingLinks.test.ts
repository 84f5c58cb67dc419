import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWaitingLinks, type WaitingLinks } from '../../../main/redeem/links/waitingLinks';
import { linkLifeMs, maxLinksWaiting } from '../../../shared/domain/redeem/redeem';
import { temporaryStore, type Store } from '../../support/fixtures/store';

let store: Store;
let at: number;
let links: WaitingLinks;
beforeEach(() => {
  store = temporaryStore();
  at = 1_000_000;
  links = createWaitingLinks(store.db, () => at);
});
afterEach(() => {
  store.remove();
});

const add = (invitationId: string): string => links.add({ invitationId, region: 'eu', from: 'opened' });
const ids = (): string[] => links.all().map(({ invitationId }) => invitationId);

describe('waiting links', () => {
  it('are shown newest first, each once, and keep their original data', () => {
    expect([add('a'), (at += 1), add('b'), add('a')]).toEqual(['added', 1_000_001, 'added', 'waits']);
    expect(ids()).toEqual(['b', 'a']);
    expect(links.require('a')).toEqual({
      invitationId: 'a',
      region: 'eu',
      from: 'opened',
      arrivedAt: 1_000_000,
      connectionId: null,
      outcome: null,
    });
  });

  it('keep waiting after a restart, with the connection that was selected', () => {
    add('a');
    links.choose('a', 'c-1');
    store.reopen();
    links = createWaitingLinks(store.db, () => at);
    expect(links.require('a')).toMatchObject({ connectionId: 'c-1' });
  });

  it('are deleted after a day and not before, and can come again', () => {
    add('a');
    at += linkLifeMs - 1;
    expect(ids()).toEqual(['a']);
    at += 1;
    expect(ids()).toEqual([]);
    expect(() => links.require('a')).toThrow(/Open its link/);
    expect(add('a')).toBe('added');
  });

  it('are limited to fifty; redeemed ones make room, others never do', () => {
    for (let n = 0; n < maxLinksWaiting; n += 1) add(`i${String(n)}`);
    expect(add('one more')).toBe('full');
    links.setOutcome('i7', 'redeemed', 'c-1');
    expect(add('one more')).toBe('added');
    expect(ids()).toHaveLength(maxLinksWaiting);
    expect(ids()).not.toContain('i7');
    expect(add('and another')).toBe('full');
  });

  it('can be removed, which affects no other', () => {
    add('a');
    add('b');
    links.remove('a');
    expect(ids()).toEqual(['b']);
  });
});
