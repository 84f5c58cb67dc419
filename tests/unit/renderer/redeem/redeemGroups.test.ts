import { expect, test } from 'vitest';
import { invitedPeople, redeemGroups } from '../../../../renderer/features/redeem/redeemGroups';
import { connectionOf, linkOf, previewOf } from './support';

const dana = connectionOf({ connectionId: 'dana' });
const sam = connectionOf({ connectionId: 'sam' });
const far = connectionOf({ connectionId: 'far', region: 'na' });

const grouped = (...parameters: Parameters<typeof redeemGroups>) =>
  redeemGroups(...parameters).map(({ selected, candidates, links }) => ({
    as: selected?.connectionId ?? null,
    from: candidates.map(({ connectionId }) => connectionId),
    links: links.map(({ invitationId }) => invitationId),
  }));

test('invitations of one person and region are one group, in the order of arrival', () => {
  const links = ['a', 'b', 'c'].map((invitationId) => linkOf({ invitationId, connectionId: 'dana' }));
  expect(grouped(links, [dana, sam])).toEqual([
    { as: 'dana', from: ['dana', 'sam'], links: ['a', 'b', 'c'] },
  ]);
});

test('who redeems, and who else could, keep groups apart; a removed connection is nobody', () => {
  const links = [
    linkOf({ invitationId: 'a', connectionId: 'dana' }),
    linkOf({ invitationId: 'b', connectionId: 'sam' }),
    linkOf({ invitationId: 'c', connectionId: 'far', region: 'na' }),
    linkOf({ invitationId: 'd', connectionId: 'removed' }),
    linkOf({ invitationId: 'e', connectionId: 'dana' }),
  ];
  expect(grouped(links, [dana, sam, far])).toEqual([
    { as: 'dana', from: ['dana', 'sam'], links: ['a', 'e'] },
    { as: 'sam', from: ['dana', 'sam'], links: ['b'] },
    { as: 'far', from: ['far'], links: ['c'] },
    { as: null, from: ['dana', 'sam'], links: ['d'] },
  ]);
});

test('what is redeemed, and what no connection reaches, waits for nobody', () => {
  const links = [
    linkOf({ outcome: 'redeemed', connectionId: 'dana' }),
    linkOf({ region: 'fe', connectionId: null }),
  ];
  expect(grouped(links, [dana])).toEqual([]);
});

test('the invited people are named once, as far as Amazon names them', () => {
  const of = (emailAddress: string | null, userName: string | null) =>
    linkOf({ preview: previewOf({ emailAddress, userName }) });
  expect(
    invitedPeople([
      of('sam@foods.example', 'Sam Okafor'),
      of('sam@foods.example', 'Sam Okafor'),
      of('r***@media.example', null),
      of(null, 'Rosa Lind'),
      of(null, null),
      linkOf({ preview: null }),
    ]),
  ).toEqual(['Sam Okafor (sam@foods.example)', 'r***@media.example', 'Rosa Lind']);
});
