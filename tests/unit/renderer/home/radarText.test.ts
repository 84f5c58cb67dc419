import { describe, expect, test } from 'vitest';
import { outOfReachText, pendingRemark } from '../../../../renderer/features/home/radarText';
import { like } from '../../../support/fixtures/matching';
import { anAccount } from '../../../support/fixtures/accountFixture';

test('the figure of pending ones says how many are past their two weeks', () => {
  expect(pendingRemark(0)).toBe('in all accounts');
  expect(pendingRemark(1200)).toBe('1,200 past their two weeks, not confirmed');
});

describe('pending invitations that nobody can see after any more', () => {
  const viewer = anAccount({ canInvite: false, pendingInvitations: 200 });

  test('are told with their number, and that of their accounts', () => {
    const notListed = anAccount({ accountId: 'B', reachable: false, pendingInvitations: 3 });
    expect(outOfReachText([viewer, notListed, anAccount({ accountId: 'C', pendingInvitations: 9 })])).toEqual(
      like(/^203 pending invitations in 2 accounts cannot be read or resent any more.*They do not count/),
    );
    expect(outOfReachText([{ ...viewer, pendingInvitations: 1 }])).toEqual(
      like(/^1 pending invitation in 1 account cannot.*It does not count/),
    );
  });

  test('are in no account to which another way leads, and in each once', () => {
    expect(outOfReachText([viewer, anAccount({ connectionId: 'c2', pendingInvitations: 200 })])).toBeNull();
    expect(outOfReachText([viewer, { ...viewer, connectionId: 'c2' }])).toEqual(
      like(/^200 pending invitations in 1 account /),
    );
    expect(outOfReachText([{ ...viewer, pendingInvitations: 0 }, anAccount({})])).toBeNull();
    expect(outOfReachText([])).toBeNull();
  });
});
