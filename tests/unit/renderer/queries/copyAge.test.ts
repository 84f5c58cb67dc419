import { describe, expect, test } from 'vitest';
import { ageOfCopy, oldestPicture, oldestReading } from '../../../../renderer/queries/refresh/copyAge';
import { accountFixture as account } from '../../../support/fixtures/accountFixture';

const neverRead = account({ canInvite: null, invitationsAsOf: null });
const viewer = account({ canInvite: false, invitationsAsOf: 100 });
const notListed = account({ reachable: false, asOf: 50, invitationsAsOf: 60 });

describe('the age of the copy on screen', () => {
  test('of one account: when its invitations were read, not when Amazon listed the account', () => {
    expect(ageOfCopy(account({}), [])).toBe(500);
    expect(ageOfCopy(neverRead, [account({})])).toBeNull();
    expect(ageOfCopy(notListed, [])).toBe(60);
  });

  test('of one whose invitations may not be read: when Amazon listed it', () => {
    expect(ageOfCopy(viewer, [])).toBe(900);
  });

  test('of all: the oldest refresh of those that can be read', () => {
    const accounts = [account({}), account({ invitationsAsOf: 400 }), neverRead, viewer, notListed];
    expect(ageOfCopy(undefined, accounts)).toBe(400);
    expect(oldestReading(accounts)).toBe(400);
    expect(oldestReading([neverRead, viewer, notListed])).toBeNull();
    expect(oldestReading([])).toBeNull();
  });

  test('of the list of accounts: the oldest of what each one shows', () => {
    expect(oldestPicture([account({}), viewer, neverRead, notListed])).toBe(500);
    expect(oldestPicture([viewer])).toBe(900);
    expect(oldestPicture([neverRead])).toBeNull();
  });
});
