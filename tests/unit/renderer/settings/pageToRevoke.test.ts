import { expect, test } from 'vitest';
import { pageToRevoke } from '../../../../renderer/features/settings/team/doubles/pageToRevoke';
import type { DoubleSide, TeamDouble } from '../../../../shared/domain/team/teamDouble';

const side = (claimId: string, invitationId: string | null): DoubleSide => ({
  ...{ claimId, invitationId, colleague: 'Mia', isSolo: false, reason: null, at: 1, role: 'viewer' },
  state: 'pending',
});

const account = { connectionId: 'c-1', accountId: 'A1' };
const double: TeamDouble = {
  ...{ soloId: 'a', otherId: 'b', account, accountName: 'Acme', emailAddress: 'rosa@client.example' },
  ...{ sides: [side('a', 'inv-a'), side('b', 'inv-b')], proposed: 'b', dismissal: null },
};
const list = { screen: 'invitations', account, filter: { search: 'rosa@client.example' } };

test('it leads to the details of the invitation that is proposed', () => {
  expect(pageToRevoke(double)).toEqual({ ...list, shown: { ...account, invitationId: 'inv-b' } });
});

test.each([
  ['if none is proposed', { proposed: null }],
  ['if the ID of the proposed one isn’t known', { sides: [side('a', 'inv-a'), side('b', null)] }],
])('it leads to the person’s invitations in the account %s', (_, change) => {
  expect(pageToRevoke({ ...double, ...change })).toEqual(list);
});

test('it leads nowhere without a connection to the account', () => {
  expect(pageToRevoke({ ...double, account: null })).toBeNull();
});
