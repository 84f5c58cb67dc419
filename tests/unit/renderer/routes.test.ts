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
    { screen: 'invitations', account: null, filter: { states: ['pending'] } },
    { screen: 'invitations', account, filter: {}, shown: { ...account, invitationId: 'inv/1' } },
    { screen: 'invitations', account: null, shown: { ...account, invitationId: '{"é' } },
    { screen: 'members', account },
    { screen: 'members', account: { connectionId: 'a/b', accountId: '100% ?#/é' } },
    { screen: 'invite', account: null },
    { screen: 'invite', account },
    { screen: 'activity', account: null },
    { screen: 'activity', account },
    { screen: 'activity', account: null, batch: { batchId: 'b-1' } },
    { screen: 'activity', account: null, batch: { batchId: 'b-1', rowId: 'row/1' } },
    { screen: 'batch', batchId: 'b-1' },
    { screen: 'batch', batchId: 'b-1', rowId: 'row/1' },
    { screen: 'person', emailAddress: 'o’neil+100%/a@client.example' },
    { screen: 'people' },
    { screen: 'orphans' },
    { screen: 'person', emailAddress: 'orphans' },
    { screen: 'memberPerson', realm: 'amazon eu', userId: 'amzn1/a+b%' },
    { screen: 'editConnection', connectionId: 'c1' },
    { screen: 'invitations', account: { connectionId: 'a/b', accountId: '100% ?#/é' } },
  ])('leads back to the same screen: %o', (route) => {
    expect(routeOf(pathOf(route))).toEqual(route);
  });

  test.each(['', '/', '/nowhere'])('that names no screen (%j) is Home', (path) => {
    expect(routeOf(path)).toEqual({ screen: 'home' });
  });

  test.each(['/members', '/members/sandbox', '/people'])(
    'of nobody in particular (%s) is the list of people',
    (path) => {
      expect(routeOf(path)).toEqual({ screen: 'people' });
    },
  );

  test('with half an account is the list of accounts', () => {
    expect(routeOf('/accounts/c1')).toEqual({ screen: 'accounts' });
  });

  test.each(['{', 'null', '7', '{"filter":{"states":["asleep"]},"shown":{}}', '{"filter":{"colour":"red"}}'])(
    'with an invalid view (%s) names no filter',
    (view) => {
      expect(routeOf(`/invitations/${encodeURIComponent(view)}`)).toEqual({
        screen: 'invitations',
        account: null,
      });
    },
  );

  test('stays one location however its list is filtered', () => {
    const list: Route = { screen: 'invitations', account };
    const filter = { states: ['lapsed' as const] };
    expect(placeOf({ ...list, filter, shown: { ...account, invitationId: 'i' } })).toBe(placeOf(list));
  });

  test('stays one location whichever row of a batch, or part of the activity, is shown', () => {
    expect(placeOf({ screen: 'batch', batchId: 'b-1', rowId: 'r-1' })).toBe('/batches/b-1');
    expect(placeOf({ screen: 'activity', account: null, batch: { batchId: 'b-1' } })).toBe('/activity');
  });

  test('that is damaged does not throw', () => {
    expect(routeOf('/accounts/%E0%A4%A/ENTITY1/invitations')).toEqual({
      screen: 'invitations',
      account: { connectionId: '%E0%A4%A', accountId: 'ENTITY1' },
    });
  });
});
