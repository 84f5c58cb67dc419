import { describe, expect, test } from 'vitest';
import { pathOf, routeOf, type Route } from '../../../renderer/routes';

const account = { connectionId: 'c1', accountId: 'ENTITY1' };

describe('the address of a screen', () => {
  test.each<Route>([
    { screen: 'welcome' },
    { screen: 'connect' },
    { screen: 'accounts' },
    { screen: 'settings' },
    { screen: 'invitations', account: null },
    { screen: 'invitations', account },
    { screen: 'invite', account: null },
    { screen: 'invite', account },
    { screen: 'editConnection', connectionId: 'c1' },
    { screen: 'invitations', account: { connectionId: 'a/b', accountId: '100% ?#/é' } },
  ])('leads back to the same screen: %o', (route) => {
    expect(routeOf(pathOf(route))).toEqual(route);
  });

  test.each(['', '/', '/nowhere', '/accounts/c1'])(
    'that names no screen (%j) is the list of accounts',
    (path) => {
      expect(routeOf(path)).toEqual({ screen: 'accounts' });
    },
  );

  test('that is damaged does not throw', () => {
    expect(routeOf('/accounts/%E0%A4%A/ENTITY1/invitations')).toEqual({
      screen: 'invitations',
      account: { connectionId: '%E0%A4%A', accountId: 'ENTITY1' },
    });
  });
});
