import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../../../renderer/features/invitations/invite/inviteDraft';
import {
  areInstancesFaulty,
  areInstancesKnown,
  instancesError,
  instancesObstacle,
  pickedInstances,
  pickerOf,
  plansOf,
  unreadAccounts,
  type FilledInstances,
} from '../../../../renderer/features/invitations/invite/instances/inviteInstances';
import type { InstancesInAccount } from '../../../../shared/domain/account/plannedInstances';

const main = { instanceId: 'amcmain', name: 'Main' };
const media = { instanceId: 'amcmedia', name: 'Media mix' };

const inAccount = (accountId: string, change: Partial<InstancesInAccount> = {}): InstancesInAccount => ({
  ...{ account: { connectionId: 'c-1', accountId }, accountName: `Name of ${accountId}` },
  ...{ known: [main, media], asOf: 1, plan: null, faults: [] },
  ...change,
});

const filled = (
  instances: string,
  accounts: readonly InstancesInAccount[],
  { role = 'viewer', isCurrent = true }: { role?: 'admin' | 'viewer'; isCurrent?: boolean } = {},
): FilledInstances => ({
  draft: {
    instances,
    accounts: accounts.map(({ account }) => account),
    rows: [{ key: 0, emailAddress: 'a@x.example', userName: 'A', role, nameGuessed: false }],
  },
  planned: { accounts: [...accounts], replaced: { count: 0, first: [] } },
  isCurrent,
});

describe('the instances of the invite form', () => {
  test('need an account, and nothing is planned for admins alone: it says why', () => {
    expect(instancesObstacle({ draft: { ...emptyDraft } })).toBe('Select an account first.');
    const admins = filled('Main', [inAccount('A1', { plan: [main] })], { role: 'admin' });
    expect(instancesObstacle(admins)).toMatch(/Admins can open every instance/);
    expect(plansOf(admins)).toEqual([]);
    expect(areInstancesFaulty(admins)).toBe(false);
    expect(instancesObstacle(filled('Main', [inAccount('A1')]))).toBeNull();
  });

  test('are known once each selected account has an answer, not with the answer about others', () => {
    const [one, other] = [inAccount('A1'), inAccount('A2', { known: null, asOf: null })];
    const both = filled('', [one, other]);
    expect(areInstancesKnown(both)).toBe(true);
    const answered = (accounts: InstancesInAccount[]): FilledInstances => ({
      ...both,
      planned: { accounts, replaced: { count: 0, first: [] } },
    });
    expect(areInstancesKnown(answered([one]))).toBe(false);
    expect(areInstancesKnown(answered([one, inAccount('A3')]))).toBe(false);
    expect(areInstancesKnown({ ...both, planned: undefined })).toBe(false);
  });

  test('go with the command account by account, as they are on screen', () => {
    const accounts = [inAccount('A1', { plan: [main] }), inAccount('A2', { plan: 'all' }), inAccount('A3')];
    expect(plansOf(filled('Main', accounts))).toEqual([
      { account: accounts[0]?.account, wanted: [main] },
      { account: accounts[1]?.account, wanted: 'all' },
    ]);
    expect(plansOf(filled(' ', accounts))).toEqual([]);
  });

  test('say in which accounts a name is unknown, and keep the form from being sent', () => {
    const faulty = ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => inAccount(id, { faults: [`${id} has none.`] }));
    const form = filled('Mian', [inAccount('A0', { plan: [main] }), ...faulty]);
    expect(areInstancesFaulty(form)).toBe(true);
    expect(instancesError(form)).toBe(
      'A1 has none. A2 has none. A3 has none. 2 more accounts have a problem.',
    );
    expect(instancesError(filled('Main', [inAccount('A1', { plan: [main] })]))).toBeUndefined();
  });

  test('aren’t sent while the answer on screen is about an earlier text', () => {
    const old = filled('Main; Me', [inAccount('A1', { plan: [main] })], { isCurrent: false });
    expect(areInstancesFaulty(old)).toBe(true);
    expect(instancesError(old)).toMatch(/still being checked/);
    expect(areInstancesFaulty(filled('', [inAccount('A1')], { isCurrent: false }))).toBe(false);
  });

  test('are selected for one account whose instances are known, and written otherwise', () => {
    expect(pickerOf(filled('', [inAccount('A1')]))?.options.map(({ label }) => label)).toEqual([
      ...['All instances', 'Main', 'Media mix', 'Plan no instances'],
    ]);
    expect(pickerOf(filled('main', [inAccount('A1', { plan: [main] })]))?.selected).toMatchObject([
      { value: 'amcmain', label: 'Main' },
    ]);
    expect(pickerOf(filled('all', [inAccount('A1', { plan: 'all' })]))?.selected).toMatchObject([
      { label: 'All instances' },
    ]);
    const unread = inAccount('A1', { known: null });
    expect(pickerOf(filled('', [unread]))).toBeNull();
    expect(unreadAccounts(filled('', [unread, inAccount('A2')]))).toEqual([unread]);
    expect(pickerOf(filled('', [inAccount('A1', { known: [] })]))).toBeNull();
    expect(pickerOf(filled('', [inAccount('A1'), inAccount('A2')]))).toBeNull();
    expect(pickerOf(filled('Mian', [inAccount('A1', { faults: ['No.'] })])), 'to correct it').toBeNull();
  });

  test('“All instances” is alone: selecting it drops the others, selecting another drops it', () => {
    const picker = (text: string, plan: InstancesInAccount['plan']) =>
      pickerOf(filled(text, [inAccount('A1', { plan })])) ?? expect.fail('There is no list.');
    const one = picker('Main', [main]);
    expect(pickedInstances(one, ['amcmain', 'amcmedia'])).toBe('Main; Media mix');
    expect(pickedInstances(one, ['amcmain', ''])).toBe('all');
    expect(pickedInstances(one, [])).toBe('');
    expect(pickedInstances(picker('all', 'all'), ['', 'amcmedia'])).toBe('Media mix');
    expect(pickedInstances(picker('all', 'all'), ['amcmedia', ''])).toBe('Media mix');
  });
});
