import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offerNewAccounts } from '../../../../main/shell/notifications/newAccountNotification';
import type { AccountRef } from '../../../../shared/domain/account/account';
import type { NewAccount } from '../../../../shared/domain/redeem/redeem';

const named = (name: string): NewAccount => ({
  account: { connectionId: 'c1', accountId: `ENTITY${name}` },
  name,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function offering(begin: { readonly lookedAt: boolean }) {
  const state = { ...begin, accounts: [] as readonly NewAccount[] };
  const reported: string[] = [];
  const opened: (readonly AccountRef[])[] = [];
  let click = (): void => undefined;
  const listener = offerNewAccounts({
    log: { info: () => undefined, warn: () => undefined, error: (line) => expect.fail(line) },
    newAccounts: () => state.accounts,
    isLookedAt: () => state.lookedAt,
    notification: (clicked) => {
      click = clicked;
      return (text) => reported.push(text);
    },
    show: (accounts) => opened.push(accounts),
  });
  const redeemed = async (...names: readonly string[]): Promise<void> => {
    state.accounts = names.map(named);
    listener('redeem.changed');
    await vi.advanceTimersByTimeAsync(5000);
  };
  return { state, reported, opened, redeemed, listener, click: () => click() };
}

test('a new account is offered once, and a click opens it', async () => {
  const { reported, opened, redeemed, click } = offering({ lookedAt: false });
  await redeemed('Copper');
  await redeemed('Copper');
  expect(reported).toEqual(['You joined Copper. Click to open it.']);
  click();
  expect(opened).toEqual([[named('Copper').account]]);
});

test('several in a row are announced together', async () => {
  const { state, reported, opened, listener, click } = offering({ lookedAt: false });
  for (const names of [['A'], ['A', 'B'], ['A', 'B', 'C']]) {
    state.accounts = names.map(named);
    listener('redeem.changed');
    await vi.advanceTimersByTimeAsync(200);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reported).toEqual(['You joined A, B and C. Click to open them.']);
  click();
  expect(opened[0]).toHaveLength(3);
});

test('a click opens what was offered, even if the page has shown it in the meantime', async () => {
  const { opened, redeemed, click } = offering({ lookedAt: false });
  await redeemed('Copper');
  await redeemed();
  click();
  expect(opened).toEqual([[named('Copper').account]]);
});

test('a later one is announced together with those nobody has looked at yet', async () => {
  const { state, reported, opened, redeemed, click } = offering({ lookedAt: false });
  await redeemed('A');
  await redeemed('A', 'B');
  expect(reported.at(-1)).toBe('You joined A and B. Click to open them.');
  click();
  expect(opened).toEqual([[named('A').account, named('B').account]]);
  state.lookedAt = true;
  await redeemed('C');
  state.lookedAt = false;
  await redeemed('D');
  expect(reported.at(-1)).toBe('You joined D. Click to open it.');
});

test('nothing is shown while somebody looks at the app, or afterwards for the same account', async () => {
  const { state, reported, redeemed } = offering({ lookedAt: true });
  await redeemed('Copper');
  state.lookedAt = false;
  await redeemed('Copper');
  expect(reported).toEqual([]);
});
