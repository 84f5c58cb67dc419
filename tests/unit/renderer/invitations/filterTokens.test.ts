import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterOfTokens, tokensOf } from '../../../../renderer/features/invitations/filter/filterTokens';
import {
  isSameFilter,
  pendingOnly,
  withSearch,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';
import { pathOf, routeOf } from '../../../../shared/navigation/routes';

const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 4 });
const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
const accounts = fc.uniqueArray(fc.record({ connectionId: text, accountId: text }), {
  minLength: 1,
  maxLength: 3,
  selector: ({ connectionId, accountId }) => JSON.stringify([connectionId, accountId]),
});

/** Every possible filter. */
const filters: fc.Arbitrary<InvitationFilter> = fc.record(
  {
    accounts,
    connections: texts,
    states: fc.uniqueArray(fc.constantFrom('pending', 'accepted', 'revoked', 'lapsed', 'gone'), {
      minLength: 1,
    }),
    roles: texts,
    domains: texts,
    createdBy: texts,
    sentByMe: fc.constant(true),
    latestOnly: fc.constant(true),
    expiresWithinDays: fc.integer({ min: 0, max: 366 }),
    stateChangedWithinDays: fc.integer({ min: 0, max: 3660 }),
    expiresFrom: moment,
    expiresTo: moment,
    createdFrom: moment,
    createdTo: moment,
    search: fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
  },
  { requiredKeys: [] },
);

describe('a filter', () => {
  test('is the same after it was shown as tokens, with its search text', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const back = withSearch(filterOfTokens(tokensOf(filter)), filter.search ?? '');
        expect(back).toEqual(filter);
      }),
    );
  });

  test('is the same after it was an address, for one account and for all', () => {
    fc.assert(
      fc.property(filters, fc.boolean(), (filter, one) => {
        const account = one ? { connectionId: 'c/1', accountId: 'E?#%' } : null;
        const route = routeOf(pathOf({ screen: 'invitations', account, filter }));
        expect(route).toMatchObject({ screen: 'invitations', account });
        const back = route.screen === 'invitations' ? (route.filter ?? pendingOnly) : {};
        expect(isSameFilter(back, filter)).toBe(true);
      }),
    );
  });

  test('combines two tokens for the same property with OR', () => {
    const tokens = [
      { propertyKey: 'state', operator: '=', value: ['pending'] },
      { propertyKey: 'state', operator: '=', value: ['lapsed', 'pending'] },
      { propertyKey: 'expiresWithin', operator: '=', value: '7' },
      { propertyKey: 'expiresWithin', operator: '=', value: '3' },
    ];
    expect(filterOfTokens(tokens)).toEqual({
      states: ['pending', 'lapsed'],
      expiresWithinDays: 3,
    });
  });

  test.each([
    ['nothing selected', { propertyKey: 'state', operator: '=', value: [] }],
    ['a nonexistent state', { propertyKey: 'state', operator: '=', value: ['asleep'] }],
    ['days that are not a number', { propertyKey: 'expiresWithin', operator: '=', value: 'soon' }],
    ['no day', { propertyKey: 'created', operator: '>=', value: null }],
    ['an invalid account', { propertyKey: 'account', operator: '=', value: ['Brightside'] }],
    ['a nonexistent property', { propertyKey: 'colour', operator: '=', value: 'red' }],
    ['free text', { operator: ':', value: 'rosa' }],
  ])('leaves out what makes no sense: %s', (_what, token) => {
    expect(filterOfTokens([token])).toEqual({});
  });
});
