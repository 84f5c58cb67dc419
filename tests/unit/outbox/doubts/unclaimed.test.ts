import { expect, test } from 'vitest';
import { account, requestedIn, invitingBench, people, statuses } from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { lossyAmazon, type Listed } from '../../../support/amazon/lossyAmazon';
import { manualClock } from '../../../support/clocks/manualClock';
import { outboxOver } from '../../../support/benches/outboxBench';
import type { Invitee } from '../../../../shared/domain/invitation/invitation';

const clock = manualClock();
const bench = invitingBench();

const masked = (text: string): string => `${text.slice(0, 1)}***${text.slice(-1)}`;
const maskedAddress = (address: string): string => address.replace(/^(.)[^@]*@(.).*(\..*)$/, '$1***@$2***$3');

interface Showing {
  /** How the list shows each invitation; fully masked if omitted. */
  readonly listed?: (entry: Listed, index: number) => Listed | null;
  /** What else Amazon lists. */
  readonly besides?: readonly Listed[];
}

const allMasked = (entry: Listed): Listed => {
  const user = entry.user as { emailAddress: string; userName: string };
  return {
    ...entry,
    user: { emailAddress: maskedAddress(user.emailAddress), userName: masked(user.userName) },
  };
};

/** Amazon confirms everybody with only an ID, in a different order than requested. */
async function inviteWithIdsAlone(
  invitees: readonly Invitee[],
  { listed = allMasked, besides = [] }: Showing = {},
): Promise<ReturnType<typeof outboxOver>> {
  const amazon = lossyAmazon(bench);
  const own = outboxOver(bench.store.db, bench.amazon.origin, { clock });
  bench.reply = (request) => {
    const requested = requestedIn(request);
    amazon.carryOut(request);
    return {
      json: {
        successes: requested.map(({ user }) => ({ invitationId: `inv-${user.emailAddress}` })).reverse(),
      },
    };
  };
  bench.list = () => ({
    json: {
      invitations: [...amazon.pending.flatMap((entry, index) => listed(entry, index) ?? []), ...besides],
    },
  });
  own.outbox.create({ account, invitees: [...invitees], notifyInvitedUsers: false });
  await own.outbox.idle();
  expect(new Set(own.operations().map(({ status }) => status))).toEqual(new Set(['inDoubt']));
  await clock.advance(60_000);
  await own.outbox.doubtsLookedAt();
  return own;
}

const named: readonly Invitee[] = [
  ['ada@alpha.example', 'Ada Lovelace', 'admin'],
  ['grace@beta.example', 'Grace Hopper', 'viewer'],
  ['alan@gamma.example', 'Alan Turing', 'admin'],
].map(([emailAddress = '', userName = '', role]) => ({
  emailAddress,
  userName,
  role: role === 'admin' ? 'admin' : 'viewer',
}));

// docs/sending.md: S16
test('an invitation confirmed without an address is matched by the masks of the list', async () => {
  const own = await inviteWithIdsAlone(named);
  expect(own.operations().map(({ status, invitationId }) => [status, invitationId])).toEqual(
    named.map(({ emailAddress }) => ['done', `inv-${emailAddress}`]),
  );
  expect(
    bench
      .rows('invitations')
      .map((row) => row['email_address'])
      .sort(),
  ).toEqual(named.map(({ emailAddress }) => emailAddress).sort());
  expect(bench.rows('activity').at(-1)).toMatchObject({
    result: 'done',
    detail: matching(/left out the address, but its list shows which/),
  });
});

test('120 of 120 rows are done if IDs and names agree, in three calls', async () => {
  const own = await inviteWithIdsAlone(people(120), {
    listed: (entry) => ({ ...entry, user: { userName: (entry.user as { userName: string }).userName } }),
  });
  expect(own.operations()).toHaveLength(120);
  for (const { status, invitationId, emailAddress } of own.operations()) {
    expect([status, invitationId]).toEqual(['done', `inv-${emailAddress}`]);
  }
  expect(bench.amazon.arrived).toHaveLength(3);
});

test('if several look the same all are done, and it stays open which is whose', async () => {
  const own = await inviteWithIdsAlone(people(3), {
    listed: ({ invitationId, permissionSet = {} }) => ({ invitationId, permissionSet }),
  });
  expect(own.operations().map(({ status, invitationId }) => [status, invitationId])).toEqual([
    ['done', null],
    ['done', 'inv-p2@example.com'],
    ['done', null],
  ]);
});

test.each<[string, Showing]>([
  [
    'a name differs',
    {
      listed: (entry, index) =>
        index === 0 ? { ...entry, user: { userName: 'Somebody' } } : allMasked(entry),
    },
  ],
  [
    'a role differs',
    {
      listed: (entry, index) =>
        index === 0 ? { ...allMasked(entry), permissionSet: { role: { name: 'viewer' } } } : allMasked(entry),
    },
  ],
  ['one of them is not listed', { listed: (entry, index) => (index === 0 ? null : allMasked(entry)) }],
])('where %s a person decides, and nothing is sent again', async (_what, showing) => {
  const own = await inviteWithIdsAlone(named, showing);
  expect(own.operations()[0]).toMatchObject({ status: 'inDoubt' });
  expect(own.operations()[0]?.finding?.verdict).not.toBe('notSeen');
  expect(bench.amazon.arrived).toHaveLength(1);
});

test('invitations by others in the meantime change nothing', async () => {
  const others = [{ invitationId: 'other', user: { emailAddress: 'a***@a***.example', userName: 'A***e' } }];
  const own = await inviteWithIdsAlone(named, { besides: others });
  expect(statuses(own.operations()).map((each) => each.split(' ')[1])).toEqual(['done', 'done', 'done']);
});
