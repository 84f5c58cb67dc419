import { describe, expect, test } from 'vitest';
import { newRecordId } from '../../../../main/storage/recordId';
import {
  account,
  inviteAll,
  people,
  requestedIn,
  statuses,
  success,
} from '../../../support/benches/inviting';
import { invite, teamBench } from '../../../support/team/teamBench';

// docs/sending.md: S29, S30, S31, S32
const team = teamBench();
const { bench, start, claims } = team;

/** Amazon's list never shows what was just done. */
const listLags = (): void => {
  bench.list = () => ({ json: { invitations: [] } });
};

/** How often Amazon was asked to invite each person. */
const requests = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const address of team.invited()) counts[address] = (counts[address] ?? 0) + 1;
  return counts;
};

const once = (count: number): Record<string, number> =>
  Object.fromEntries(people(count).map(({ emailAddress }) => [emailAddress, 1]));

describe('two desktops that send to the same people at once', () => {
  test('invite each of them once, even if Amazon’s list lags behind', async () => {
    listLags();
    const mia = await start(bench.store, { login: 'mia' });
    const ben = await start(team.benStore, { login: 'ben' });
    invite(mia, 60);
    invite(ben, 60);
    await Promise.all([mia.outbox.idle(), ben.outbox.idle()]);
    expect(requests()).toEqual(once(60));
    const done = [...statuses(mia.operations()), ...statuses(ben.operations())].filter((each) =>
      each.endsWith('done'),
    );
    expect(done).toHaveLength(60);
    const refused = [...mia.operations(), ...ben.operations()].filter(({ status }) => status === 'failed');
    expect(new Set(refused.map(({ error }) => error?.code))).toEqual(new Set(['ALREADY_INVITED']));
    expect(refused[0]?.error?.message).toMatch(/^(Ben|Mia) invited this person on .*nothing was sent/);
  });

  test('each in the other’s absence, invite nobody again whom the other invited unnoticed', async () => {
    listLags();
    const mia = await start(bench.store, { login: 'mia' });
    invite(mia, 3);
    await mia.outbox.idle();
    await expect.poll(claims).toHaveLength(3);
    const ben = await start(team.benStore, { login: 'ben' });
    invite(ben, 4);
    await ben.outbox.idle();
    expect(requests()).toEqual(once(4));
    expect(statuses(ben.operations())).toEqual(['p1 failed', 'p2 failed', 'p3 failed', 'p4 done']);
  });
});

test('inviting in a turn reads no members', async () => {
  let read = 0;
  bench.users = () => {
    read += 1;
    return { json: { users: [] } };
  };
  const mia = await start(bench.store, { login: 'mia' });
  invite(mia, 1);
  await mia.outbox.idle();
  expect(statuses(mia.operations())).toEqual(['p1 done']);
  expect(read).toBe(0);
});

test('what a person retries after learning who invited is sent', async () => {
  listLags();
  const mia = await start(bench.store, { login: 'mia' });
  invite(mia, 1);
  await mia.outbox.idle();
  await expect.poll(claims).toMatchObject([{ state: 'done' }]);
  const ben = await start(team.benStore, { login: 'ben' });
  const [id = 0] = invite(ben, 1);
  await ben.outbox.idle();
  expect(statuses(ben.operations())).toEqual(['p1 failed']);
  await ben.link.beat();
  await ben.outbox.retry([id]);
  await ben.outbox.idle();
  expect(requests()).toEqual({ 'p1@example.com': 2 });
  expect(statuses(ben.operations())).toEqual(['p1 failed', 'p1 done']);
});

test('an invitation of a colleague that Amazon’s list showed and that was revoked since doesn’t bar a new one', async () => {
  const mia = await start(bench.store, { login: 'mia' });
  invite(mia, 1);
  await mia.outbox.idle();
  await expect.poll(claims).toMatchObject([{ state: 'done' }]);
  const ben = await start(team.benStore, { login: 'ben' });
  await ben.access.readPending(account);
  await ben.outbox.revoke({ invitations: [{ ...account, invitationId: 'inv-p1@example.com' }] });
  await ben.outbox.idle();
  invite(ben, 1);
  await ben.outbox.idle();
  expect(statuses(ben.operations())).toEqual(['p1 done', 'p1 done']);
  expect(await claims()).toMatchObject([{ generation: 1 }, { generation: 2, holder: 'ben' }]);
});

test('two desktops that change one invitation’s role make one new invitation, even if Amazon’s list lags behind', async () => {
  const amazon = team.amazon;
  let count = 0;
  bench.reply = (request) => {
    if (request.method !== 'POST') return amazon.carryOut(request);
    const successes = requestedIn(request).map((person) => ({
      ...success(person),
      invitationId: `inv-${String((count += 1))}`,
    }));
    amazon.pending.push(...successes);
    return { json: { successes } };
  };
  const mia = await start(bench.store, { login: 'mia' });
  invite(mia, 1);
  await mia.outbox.idle();
  const ben = await start(team.benStore, { login: 'ben' });
  await ben.access.readPending(account);
  listLags();
  const invitation = { ...account, invitationId: 'inv-1' };
  const change = { invitation, role: 'viewer', notifyInvitedUsers: true } as const;
  await Promise.all([mia.outbox.changeRole(change), ben.outbox.changeRole(change)]);
  await Promise.all([mia.outbox.idle(), ben.outbox.idle()]);
  // Amazon was asked for the first one, and for one with the new role.
  expect(requests()).toEqual({ 'p1@example.com': 2 });
  expect((await claims()).map(({ generation }) => generation)).toEqual([1, 2]);
});

test('a person whose invitation was revoked is invited again by the same desktop', async () => {
  const mia = await start(bench.store, { login: 'mia' });
  invite(mia, 1);
  await mia.outbox.idle();
  await mia.outbox.revoke({
    invitations: [{ ...account, invitationId: 'inv-p1@example.com' }],
  });
  await mia.outbox.idle();
  invite(mia, 1);
  await mia.outbox.idle();
  expect(statuses(mia.operations())).toEqual(['p1 done', 'p1 done', 'p1 done']);
});

test('a colleague who sends is seen, with how far it is', async () => {
  const mia = await start(bench.store, { login: 'mia' });
  const ben = await start(team.benStore, { login: 'ben' });
  let answer: (() => void) | undefined;
  bench.reply = (request) =>
    new Promise((resolve) => {
      answer = () => resolve(inviteAll(request));
    });
  invite(mia, 60);
  await expect.poll(() => answer).toBeDefined();
  await ben.link.beat();
  expect(ben.link.colleagues()).toEqual([
    { displayName: 'Mia', accountName: account.accountId, sent: 0, total: 60 },
  ]);
  invite(ben, 1);
  await expect
    .poll(() => ben.outbox.status().waits)
    .toMatchObject([
      { reason: 'team', message: expect.stringContaining('Mia is sending in this account') as string },
    ]);
  bench.reply = inviteAll;
  answer?.();
  await Promise.all([mia.outbox.idle(), ben.outbox.idle()]);
  await ben.link.beat();
  expect(ben.link.colleagues()).toEqual([]);
});

test('without the store nothing is sent, and what waits is sent when it is back', async () => {
  let isAway = true;
  const mia = await start(bench.store, {
    login: 'mia',
    through: (store) => ({
      ...store,
      query: (sql, values) => (isAway ? Promise.reject(new Error('away')) : store.query(sql, values)),
    }),
  });
  invite(mia, 2);
  await expect.poll(() => mia.outbox.status().waits).toMatchObject([{ reason: 'team' }]);
  expect(bench.amazon.arrived).toEqual([]);
  isAway = false;
  await mia.link.beat();
  await mia.outbox.idle();
  expect(requests()).toEqual(once(2));
});

test('a copy of the folder sends nothing while the original lives, and nothing again afterwards', async () => {
  listLags();
  const mia = await start(bench.store, { login: 'mia' });
  const copy = await start(team.benStore, { login: 'mia', installationId: mia.installationId });
  expect(copy.link.state().kind).toBe('checking');
  await mia.link.beat();
  await copy.link.beat();
  expect(copy.link.state().kind).toBe('copy');
  invite(mia, 2);
  invite(copy, 2);
  await mia.outbox.idle();
  expect(statuses(copy.operations())).toEqual(['p1 queued', 'p2 queued']);
  await mia.quit();
  await copy.link.beat();
  await copy.outbox.idle();
  expect(requests()).toEqual(once(2));
  expect(statuses(copy.operations())).toEqual(['p1 failed', 'p2 failed']);
});

test('of two starts at the same moment the later one says so, though it couldn’t see the other at first', async () => {
  const [installationId, startId] = [newRecordId(Date.now()), newRecordId(Date.now())];
  const earlier = await team.server.rawAs('mia');
  try {
    await earlier.query('BEGIN');
    await earlier.query(
      'INSERT INTO amc.starts (start_id, installation_id, program_version) VALUES ($1, $2, $3)',
      [startId, installationId, '0.0.0'],
    );
    const mia = await start(bench.store, { login: 'mia', installationId });
    expect(mia.link.state().kind).toBe('ready');
    await earlier.query('COMMIT');
    await mia.link.beat();
    expect(mia.link.state().kind).toBe('checking');
    await earlier.query('UPDATE amc.starts SET seen_at = now() WHERE start_id = $1', [startId]);
    await mia.link.beat();
    expect(mia.link.state().kind).toBe('copy');
    invite(mia, 1);
    await expect.poll(() => mia.outbox.status().waits).toMatchObject([{ reason: 'team' }]);
    expect(team.invited()).toEqual([]);
  } finally {
    await earlier.end();
  }
});
