import { describe, expect, test } from 'vitest';
import { pendingByAccount } from '../../../../renderer/features/home/pendingByAccount';
import { pendingSummary } from '../../../../renderer/features/home/pendingText';
import type { Account } from '../../../../shared/domain/account/account';
import { accountFixture } from '../../../support/fixtures/accountFixture';

const withPending = (name: string, pendingInvitations: number, more: Partial<Account> = {}): Account =>
  accountFixture({ accountId: `ENTITY-${name}`, name, pendingInvitations, ...more });

describe('the chart of pending invitations', () => {
  test('shows the accounts with the most first, each once, without empty ones', () => {
    const through = withPending('Bay', 5);
    const { bars, total, accounts } = pendingByAccount([
      withPending('Arc', 2),
      withPending('Nil', 0),
      through,
      { ...through, connectionId: 'another' },
      withPending('Cove', 5),
    ]);
    expect(bars.map(({ account, count }) => [account.name, count])).toEqual([
      ['Bay', 5],
      ['Cove', 5],
      ['Arc', 2],
    ]);
    expect([total, accounts]).toEqual([12, 3]);
  });

  test('shows the top eight of many accounts, and the totals of all', () => {
    const pending = pendingByAccount(
      Array.from({ length: 20 }, (_, index) => withPending(`Client ${String(index)}`, index + 1)),
    );
    expect(pending.bars.map(({ count }) => count)).toEqual([20, 19, 18, 17, 16, 15, 14, 13]);
    expect(pendingSummary(pending)).toBe(
      '210 pending invitations in 20 accounts. Client 19 has 20. The chart shows the 8 accounts with the most.',
    );
  });

  test('has a text', () => {
    expect(pendingSummary(pendingByAccount([]))).toBe('No invitations are pending.');
    expect(pendingSummary(pendingByAccount([withPending('Arc', 1)]))).toBe(
      '1 pending invitation in 1 account.',
    );
    expect(pendingSummary(pendingByAccount([withPending('Arc', 1), withPending('Bay', 1200)]))).toBe(
      '1,201 pending invitations in 2 accounts. Bay has 1,200.',
    );
  });
});
