import { beforeEach, describe, expect, test } from 'vitest';
import { membersBench } from '../../../support/benches/membersBench';
import type { OutboxBench } from '../../../support/benches/outboxBench';
import { manualClock } from '../../../support/clocks/manualClock';
import type { Arrived } from '../../../support/amazon/loopbackAmazon';

const clock = manualClock();
const own = membersBench();
const account = { connectionId: 'c-1', accountId: 'ENTITY1' };
const ref = (name: string) => ({ ...account, userId: `u-${name}` });
const minute = 60_000;
let late: OutboxBench;
beforeEach(async () => {
  await own.read();
  late = own.another({ clock });
});

/** Lets sending end, a late commit be ruled out, and the doubts be checked. */
async function look(): Promise<void> {
  await late.outbox.idle();
  await clock.advance(minute);
  await late.outbox.doubtsLookedAt();
  await late.outbox.idle();
}
const carriedOutButLost = (request: Arrived) => {
  own.carryOut(request);
  return 'reset' as const;
};
/** What was found counts only while it is unconfirmed. */
const findings = () =>
  late
    .operations()
    .map(({ status, finding }) => (status === 'inDoubt' ? [status, finding?.verdict] : [status, null]));
const isListed = (userId: string): boolean =>
  own.store.db
    .prepare("SELECT 1 FROM members WHERE account_id = 'ENTITY1' AND user_id = ? AND gone_at IS NULL")
    .get(userId) !== undefined;

// docs/sending.md: S27
describe('a change of members whose answer was lost', () => {
  test('is done if Amazon no longer lists the member', async () => {
    own.reply = carriedOutButLost;
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await look();
    expect(findings()).toEqual([['done', null]]);
    expect(isListed('u-viewer0')).toBe(false);
    expect(own.changes).toHaveLength(1);
    const entries = own.store.db.prepare('SELECT result, detail FROM activity ORDER BY activity_id').all();
    expect(entries).toMatchObject([
      { result: 'inDoubt' },
      {
        result: 'done',
        detail: 'Amazon’s answer was lost, but its list of members shows that this was done.',
      },
    ]);
  });

  test('is done if Amazon shows the new role', async () => {
    own.reply = carriedOutButLost;
    await late.outbox.setRole({ members: [ref('viewer0')], role: 'admin' });
    await late.outbox.idle();
    own.readings.length = 0;
    await look();
    expect(findings()).toEqual([['done', null]]);
    // Only this member's role matters.
    expect(own.readings.filter((what) => what.startsWith('u-'))).toEqual(['u-viewer0']);
  });

  test('is never repeated automatically if Amazon shows it as before, since somebody may have let the person in again', async () => {
    own.reply = () => 'reset';
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await look();
    expect(findings()).toEqual([['inDoubt', 'notSeen']]);
    await clock.advance(24 * 60 * minute);
    await look();
    expect(findings()).toEqual([['inDoubt', 'notSeen']]);
    expect(own.changes).toHaveLength(1);
  });

  test('stays unconfirmed if Amazon no longer offers the role, whatever was stored before', async () => {
    own.reply = carriedOutButLost;
    await late.outbox.setRole({ members: [ref('viewer0')], role: 'admin' });
    await late.outbox.idle();
    own.beforeReading = (what) => (what === 'u-viewer0' ? { status: 404, json: {} } : undefined);
    await look();
    expect(findings()).toEqual([['inDoubt', 'unclear']]);
  });

  test('stays unconfirmed while the members can’t be read, and is settled later', async () => {
    own.reply = carriedOutButLost;
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await late.outbox.idle();
    own.beforeReading = () => ({ status: 403, json: {} });
    await look();
    expect(findings()).toEqual([['inDoubt', 'unread']]);
    own.beforeReading = () => undefined;
    late.outbox.tryNow();
    await late.outbox.doubtsLookedAt();
    expect(findings()).toEqual([['done', null]]);
  });

  test('is repeated by a person as a new operation, judged again', async () => {
    own.reply = (request) => (own.changes.length === 1 ? 'reset' : own.carryOut(request));
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await look();
    const [doubt] = late.operations();
    late.outbox.resolve(doubt?.operationId ?? 0, { as: 'sendAgain' });
    await late.outbox.idle();
    expect(findings()).toEqual([
      ['failed', null],
      ['done', null],
    ]);
    expect(own.changes).toHaveLength(2);
    expect(isListed('u-viewer0')).toBe(false);
  });

  test('decided by a person says nothing about who has access: only readings do', async () => {
    own.reply = () => 'reset';
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await look();
    late.outbox.resolve(late.operations()[0]?.operationId ?? 0, { as: 'done' });
    expect(findings()).toEqual([['done', null]]);
    expect(isListed('u-viewer0')).toBe(true);
  });

  test('keeps another change of the same member from being drafted', async () => {
    own.reply = () => 'reset';
    await late.outbox.removeMembers({ members: [ref('viewer0')] });
    await late.outbox.idle();
    await expect(late.outbox.previewMembers({ change: 'remove', members: [ref('viewer0')] })).rejects.toThrow(
      'An earlier change is unconfirmed. Resolve it under Operations first.',
    );
  });
});
