import { describe, expect, test } from 'vitest';
import { outOfReachText, pendingRemark } from '../../../../renderer/features/home/radarText';
import { matching } from '../../../support/fixtures/matching';
import { accountFixture } from '../../../support/fixtures/accountFixture';

test('the pending figure says how many are past their two weeks', () => {
  expect(pendingRemark(0)).toBe('in all accounts');
  expect(pendingRemark(1200)).toBe('1,200 expired (unconfirmed)');
});

describe('pending invitations that can no longer be managed', () => {
  const viewer = accountFixture({ canInvite: false, pendingInvitations: 200 });

  test('are shown with their number, and that of their accounts', () => {
    const notListed = accountFixture({ accountId: 'B', reachable: false, pendingInvitations: 3 });
    expect(
      outOfReachText([viewer, notListed, accountFixture({ accountId: 'C', pendingInvitations: 9 })]),
    ).toEqual(
      matching(/^203 pending invitations in 2 accounts can’t be read or resent anymore.*They aren’t counted/),
    );
    expect(outOfReachText([{ ...viewer, pendingInvitations: 1 }])).toEqual(
      matching(/^1 pending invitation in 1 account can’t.*It isn’t counted/),
    );
  });

  test('are in no account that another connection reaches, and counted once each', () => {
    expect(
      outOfReachText([viewer, accountFixture({ connectionId: 'c2', pendingInvitations: 200 })]),
    ).toBeNull();
    expect(outOfReachText([viewer, { ...viewer, connectionId: 'c2' }])).toEqual(
      matching(/^200 pending invitations in 1 account /),
    );
    expect(outOfReachText([{ ...viewer, pendingInvitations: 0 }, accountFixture({})])).toBeNull();
    expect(outOfReachText([])).toBeNull();
  });
});
