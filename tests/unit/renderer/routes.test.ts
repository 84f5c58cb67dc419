import { describe, expect, test } from 'vitest';
import { pathOf, placeOf, routeOf, type Route } from '../../../shared/navigation/routes';

const account = { connectionId: 'c1', accountId: 'ENTITY1' };

describe('the address of a screen', () => {
  test.each<Route>([
    { screen: 'welcome' },
    { screen: 'home' },
    { screen: 'connect' },
    { screen: 'accounts' },
    { screen: 'accounts', problemsOnly: true },
    { screen: 'settings' },
    { screen: 'operations', runId: null },
    { screen: 'operations', runId: 12 },
    { screen: 'invitations', account: null },
    { screen: 'invitations', account },
    { screen: 'invitations', account: null, filter: { states: ['lapsed'], latestOnly: true } },
    { screen: 'invitations', account, filter: {}, shown: { ...account, invitationId: 'inv/1' } },
    { screen: 'invitations', account: null, shown: { ...account, invitationId: '{"é' } },
    { screen: 'members', account },
    { screen: 'members', account: { connectionId: 'a/b', accountId: '100% ?#/é' } },
    { screen: 'invite', account: null },
    { screen: 'invite', account },
    { screen: 'activity', account: null },
    { screen: 'activity', account },
    { screen: 'editConnection', connectionId: 'c1' },
    { screen: 'invitations', account: { connectionId: 'a/b', accountId: '100% ?#/é' } },
  ])('leads back to the same screen: %o', (route) => {
    expect(routeOf(pathOf(route))).toEqual(route);
  });

  test.each(['', '/', '/nowhere'])('that names no screen (%j) is Home', (path) => {
    expect(routeOf(path)).toEqual({ screen: 'home' });
  });

  test('of the members of no account is Home', () => {
    expect(routeOf('/members')).toEqual({ screen: 'home' });
  });

  test('of half an account is the list of accounts', () => {
    expect(routeOf('/accounts/c1')).toEqual({ screen: 'accounts' });
  });

  test.each(['{', 'null', '7', '{"filter":{"states":["asleep"]},"shown":{}}', '{"filter":{"colour":"red"}}'])(
    'with a view that is none (%s) shows what is pending',
    (view) => {
      expect(routeOf(`/invitations/${encodeURIComponent(view)}`)).toEqual({
        screen: 'invitations',
        account: null,
      });
    },
  );

  test('stays one place however its list is narrowed', () => {
    const list: Route = { screen: 'invitations', account };
    const filter = { states: ['lapsed' as const] };
    expect(placeOf({ ...list, filter, shown: { ...account, invitationId: 'i' } })).toBe(placeOf(list));
  });

  test('that is damaged does not throw', () => {
    expect(routeOf('/accounts/%E0%A4%A/ENTITY1/invitations')).toEqual({
      screen: 'invitations',
      account: { connectionId: '%E0%A4%A', accountId: 'ENTITY1' },
    });
  });
});
