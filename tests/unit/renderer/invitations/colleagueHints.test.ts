import { expect, test } from 'vitest';
import {
  addressesIn,
  colleagueHints,
} from '../../../../renderer/features/invitations/invite/people/colleagueHints';
import type { UnseenInvitation } from '../../../../shared/domain/team/colleagueInvitation';

const now = Date.UTC(2026, 10, 30, 12);
const hour = 3_600_000;
const invited = (
  accountName: string,
  more: Partial<UnseenInvitation> = {},
): UnseenInvitation & { accountName: string } => ({
  ...{ realm: 'amazon', accountId: accountName, accountName, emailAddress: 'jane@client.example' },
  ...{ who: 'Ben', isOwn: false, role: 'VIEWER', at: now - 2 * hour, reading: 'notYet' },
  ...more,
});

test('a hint has who, when and the age, and one a person for several accounts', () => {
  const hints = colleagueHints(
    [
      invited('Borealis', { at: now - 30 * hour, who: 'Mia' }),
      invited('Acme'),
      invited('Zenith', { at: now - 90 * hour }),
    ],
    now,
  );
  expect([...hints.keys()]).toEqual(['jane@client.example']);
  expect(hints.get('jane@client.example')).toMatch(
    /^Ben invited this person to Acme on Nov 30, 2026, \d\d:\d\d \(2 hours ago, from the team\)\. Also to Borealis and Zenith\.$/,
  );
});

test('it says when somebody who came since could be the person', () => {
  const hints = colleagueHints([invited('Acme', { reading: 'maybeMember', isOwn: true })], now);
  expect(hints.get('jane@client.example')).toMatch(/^Another of your computers .* could be this person\.$/);
});

test('incomplete addresses aren’t asked about', () => {
  const row = { key: 1, userName: '', role: 'viewer', nameGuessed: false } as const;
  expect(
    addressesIn({
      rows: [
        { ...row, emailAddress: 'jane@' },
        { ...row, emailAddress: ' jane@client.example ' },
      ],
    }),
  ).toEqual(['jane@client.example']);
});
