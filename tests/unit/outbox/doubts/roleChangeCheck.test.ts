import { describe, expect, test } from 'vitest';
import { account, invitingBench } from '../../../support/benches/inviting';
import { matching } from '../../../support/fixtures/matching';
import { listedAs } from '../../../support/amazon/lossyAmazon';
import { jane, roleChangeBench } from '../../../support/benches/roleChange';

const bench = invitingBench();
const jobs = roleChangeBench(bench);
const { change, sent } = jobs;

async function changed(): Promise<number[]> {
  const ids = await change();
  await jobs.own.outbox.idle();
  return ids;
}

// docs/sending.md: S19
describe('the list after a change of role', () => {
  test.each<[string, () => void]>([
    ['asAsked', () => undefined],
    ['otherRole', () => (jobs.amazon.pending = [listedAs(`inv-${jane}`, jane, 'viewer')])],
    ['notListed', () => (jobs.amazon.pending = [])],
    ['oldOneListed', () => jobs.amazon.pending.push(listedAs('i-1', jane))],
  ])('is %s', async (readBack, showing) => {
    jobs.onInvite = (request) => {
      const answer = jobs.amazon.carryOut(request);
      showing();
      return answer;
    };
    await changed();
    expect(jobs.own.operations()[1]).toMatchObject({ status: 'done', readBack });
    expect(sent()).toEqual(['PUT', 'POST']);
  });

  test('that did not show it yet is compared again with the next refresh', async () => {
    jobs.onInvite = (request) => {
      const answer = jobs.amazon.carryOut(request);
      jobs.amazon.pending = [];
      return answer;
    };
    await changed();
    expect(jobs.own.operations()[1]?.readBack).toBe('notListed');
    jobs.amazon.pending = [listedAs(`inv-${jane}`, jane, 'admin')];
    const other = { emailAddress: 'bob@example.com', userName: 'Bob', role: 'viewer' as const };
    jobs.onInvite = jobs.amazon.carryOut;
    jobs.own.outbox.create({ account, invitees: [other], notifyInvitedUsers: false });
    await jobs.own.outbox.idle();
    expect(jobs.own.operations()[1]?.readBack).toBe('asAsked');
  });
});

describe('a change of role is rejected', () => {
  const refused = async (work: () => Promise<unknown>, message: RegExp): Promise<void> => {
    await expect(work()).rejects.toEqual(
      expect.objectContaining({ code: 'INVALID_INPUT', message: matching(message) }),
    );
    await jobs.own.outbox.idle();
    expect(jobs.own.operations()).toEqual([]);
    expect(bench.rows('runs')).toEqual([]);
    expect(sent()).toEqual([]);
  };

  test('for a masked address', async () => {
    bench.store.db.prepare('UPDATE invitations SET email_address = ?').run('j***@example.com');
    await refused(change, /hides the address/);
  });
  test('to the current role', () => refused(() => change('viewer'), /is already invited as viewer/));
  test.each(['revoked', 'accepted', 'lapsed', 'gone'])('for an invitation that is %s', async (state) => {
    bench.store.db.prepare('UPDATE invitations SET state = ?').run(state);
    await refused(change, /Only pending invitations/);
  });
});

test('a change of role is rejected while the person is being invited again', async () => {
  jobs.own.outbox.create({
    account,
    invitees: [{ emailAddress: jane.toUpperCase(), userName: 'Jane', role: 'admin' }],
    notifyInvitedUsers: false,
  });
  await expect(change()).rejects.toThrow(/is being invited to/);
  expect(jobs.own.operations()).toHaveLength(1);
  await jobs.own.outbox.idle();
});
