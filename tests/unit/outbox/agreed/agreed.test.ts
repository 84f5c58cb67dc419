import { describe, expect, test } from 'vitest';
import { agreeing } from '../../../support/benches/agreeing';
import { account, changingBench, ref } from '../../../support/benches/changing';
import { createActivity } from '../../../../main/activity/activity';
import { createAccess } from '../../../../main/access/access';
import { createPaces } from '../../../../main/amazonAds/pacing/paces';
import { createOutbox, type Outbox } from '../../../../main/outbox/outbox';
import { nothingShared } from '../../../../main/outbox/sending/turns/accountTurns';
import { isTyped, type Agreement, type TypingRule } from '../../../../shared/domain/outbox/agreement';
import { membersOver } from '../../../support/fixtures/membersOver';
import { clientTo } from '../../../support/amazon/loopbackAmazon';

const own = changingBench();

/** An outbox whose commands carry what was agreed. */
function outboxWith(rule: TypingRule): Outbox {
  const { db } = own.store;
  const shared = {
    db,
    clientOf: () => Promise.resolve(clientTo(own.amazon.origin)),
    changed: () => undefined,
  };
  const clock = { now: Date.now, monotonic: () => performance.now(), random: () => 0 };
  const paces = createPaces(clock, () => undefined);
  return createOutbox({
    ...{ ...shared, ...clock, paces },
    members: membersOver({ ...shared, ...clock, paces }),
    activity: createActivity(db),
    actorOf: () => ({ connectionLabel: '', actor: '' }),
    access: createAccess({ ...shared, realmOf: () => 'sandbox', now: Date.now }),
    turns: nothingShared,
    typingRule: () => rule,
  });
}
const never = { typeNumberFromInvitations: 0, typeNumberFromAdmins: 0 };
const from3 = { typeNumberFromInvitations: 3, typeNumberFromAdmins: 0 };
const refs = (count: number) => Array.from({ length: count }, (_, index) => ref(`i-${String(index)}`));
const writtenDown = (): unknown => own.store.db.prepare('SELECT count(*) AS count FROM operations').get();
const makeAdmin = (id: string) =>
  own.store.db.prepare(`UPDATE invitations SET role = 'admin' WHERE invitation_id = ?`).run(id);

// docs/sending.md: S2
describe.each(['revoke', 'resend', 'inviteAgain'] as const)('%s', (change) => {
  const send = (outbox: Outbox, input: { readonly agreed: Agreement }) =>
    outbox[change]({ invitations: refs(3), notifyInvitedUsers: false, ...input });
  const arrange = () => {
    if (change === 'inviteAgain') for (const id of ['i-0', 'i-1', 'i-2']) own.setState(id, 'lapsed');
  };

  test('does nothing when a role changed behind the dialog, and says what it would do now', async () => {
    arrange();
    const outbox = outboxWith(never);
    const { agreement } = await outbox.preview({ change, invitations: refs(3) });
    expect(agreement).toMatchObject({ total: 3, admins: 0, accounts: [{ total: 3, admins: 0 }] });
    makeAdmin('i-1');
    const answer = await send(outbox, { agreed: agreement });
    expect(answer).toMatchObject({
      agreed: false,
      difference: { changed: 1, now: { total: 3, admins: 1, accounts: [{ total: 3, admins: 1 }] } },
    });
    expect(writtenDown()).toEqual({ count: 0 });
    if (answer.agreed) return;
    expect(await send(outbox, { agreed: answer.difference.now })).toMatchObject({ agreed: true });
    await outbox.idle();
    expect(writtenDown()).toEqual({ count: 3 });
  });

  test('does nothing when one of the invitations has changed state', async () => {
    arrange();
    const outbox = outboxWith(never);
    const { agreement } = await outbox.preview({ change, invitations: refs(3) });
    own.setState('i-0', 'accepted');
    expect(await send(outbox, { agreed: agreement })).toMatchObject({
      agreed: false,
      difference: { changed: 1, now: { total: 2 } },
    });
    expect(writtenDown()).toEqual({ count: 0 });
  });

  test('rejects counts that do not match the rows', async () => {
    arrange();
    const outbox = outboxWith(never);
    const { agreement } = await outbox.preview({ change, invitations: refs(3) });
    expect(await send(outbox, { agreed: { ...agreement, total: 2 } })).toMatchObject({ agreed: false });
    expect(writtenDown()).toEqual({ count: 0 });
  });

  test('requires typed confirmation from the threshold on, whatever the page thinks', async () => {
    arrange();
    const outbox = outboxWith(from3);
    const { agreement: agreed } = await outbox.preview({ change, invitations: refs(3) });
    const input = { invitations: refs(3), notifyInvitedUsers: false, agreed };
    await expect(outbox[change](input)).rejects.toThrow('Type 3 to confirm.');
    await expect(outbox[change]({ ...input, typedNumber: '30' })).rejects.toThrow('Type 3 to confirm.');
    expect(writtenDown()).toEqual({ count: 0 });
    expect(await outbox[change]({ ...input, typedNumber: ' 3 ' })).toMatchObject({ agreed: true });
    await outbox.idle();
  });
});

test('a change of role does nothing when the address changed behind the dialog', async () => {
  const outbox = outboxWith(never);
  const input = { invitation: ref('i-0'), role: 'admin' as const };
  const { agreement: agreed } = await outbox.preview({ change: 'changeRole', ...input });
  own.store.db.exec(`UPDATE invitations SET email_address = 'x@example.com' WHERE invitation_id = 'i-0'`);
  expect(outbox.changeRole({ ...input, notifyInvitedUsers: false, agreed })).toMatchObject({
    agreed: false,
    difference: { now: { total: 1, admins: 1 } },
  });
  expect(writtenDown()).toEqual({ count: 0 });
  await agreeing(outbox).changeRole({ ...input, notifyInvitedUsers: false });
  expect(writtenDown()).toEqual({ count: 2 });
  await outbox.idle();
});

test('inviting many people from the form requires typed confirmation', async () => {
  const outbox = outboxWith(from3);
  const invitees = ['a', 'b', 'c'].map((name) => ({
    emailAddress: `${name}@example.com`,
    userName: name,
    role: 'viewer' as const,
  }));
  const input = { account, invitees, notifyInvitedUsers: false };
  expect(() => outbox.create(input)).toThrow('Type 3 to confirm.');
  expect(writtenDown()).toEqual({ count: 0 });
  expect(outbox.create({ ...input, typedNumber: '3' })).toHaveLength(3);
  await outbox.idle();
});

test.each(['1200', '1,200', '1.200', '1 200', ' 1200 ', '1’200'])('%s is 1200', (text) => {
  expect(isTyped(1200, text)).toBe(true);
});
test.each(['', '120', '12000', '-1200', '1200x', undefined])('%s is not', (text) => {
  expect(isTyped(1200, text)).toBe(false);
});
