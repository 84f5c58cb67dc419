import { describe, expect, test } from 'vitest';
import type { MemberAddress } from '../../../shared/domain/person/linkedMember';
import { inviteAgainOf, removedOf, type Removed } from '../../../shared/navigation/inviteAgain';
import { pathOf, routeOf } from '../../../shared/navigation/routes';

const account = { connectionId: 'c', accountId: 'A1' };
const rosa: Removed = { account, emailAddress: 'rosa@acme.example', userName: 'Rosa Lind', role: 'viewer' };
const omar: Removed = { account, emailAddress: 'omar@acme.example', userName: '', role: null };
const elsewhere = { ...account, accountId: 'A2' };

describe('inviting again those who were removed', () => {
  test('fills the form in with people and accounts', () => {
    expect(inviteAgainOf([rosa, omar])).toEqual({
      people: [
        { emailAddress: 'rosa@acme.example', userName: 'Rosa Lind', role: 'viewer' },
        { emailAddress: 'omar@acme.example', userName: '', role: 'viewer' },
      ],
      accounts: [account],
    });
    expect(inviteAgainOf([rosa, { ...rosa, account: elsewhere }])?.accounts).toEqual([account, elsewhere]);
  });

  test('never makes anybody an admin', () => {
    for (const role of ['admin', 'editor', 'admin, viewer', '', null]) {
      expect(inviteAgainOf([{ ...rosa, role }])?.people[0]?.role).toBe('viewer');
    }
  });

  test('invites nobody to an account where they weren’t', () => {
    expect(inviteAgainOf([rosa, { ...omar, account: elsewhere }])).toBeNull();
    expect(inviteAgainOf([])).toBeNull();
    expect(
      inviteAgainOf(
        Array.from({ length: 201 }, (_, index) => ({ ...rosa, emailAddress: `${String(index)}@a.example` })),
      ),
    ).toBeNull();
  });

  test('needs a certain address', () => {
    const address = (confidence: 'certain' | 'probable'): MemberAddress => ({
      ...{ ...account, userId: 'u-1', userName: 'Rosa Lind' },
      ledgerAddress: { address: 'rosa@acme.example', confidence, rule: 'confirmed' },
    });
    expect(removedOf(address('certain'), 'viewer')).toEqual([rosa]);
    expect(removedOf(address('probable'), 'viewer')).toEqual([]);
    expect(removedOf({ ...address('certain'), ledgerAddress: null }, 'viewer')).toEqual([]);
    expect(removedOf(undefined, 'viewer')).toEqual([]);
  });

  test('survives the address of the screen, and anything odd there is a blank form', () => {
    const again = inviteAgainOf([rosa, omar]) ?? undefined;
    expect(again).toBeDefined();
    const route = { screen: 'invite' as const, account: null, ...(again === undefined ? {} : { again }) };
    expect(routeOf(pathOf(route))).toEqual(route);
    for (const odd of ['x', '{}', '{"people":[],"accounts":[]}', encodeURIComponent('{"people":1}')]) {
      expect(routeOf(`/invite/${odd}`)).toEqual({ screen: 'invite', account: null });
    }
  });
});
