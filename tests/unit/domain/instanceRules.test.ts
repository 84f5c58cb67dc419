import { describe, expect, test } from 'vitest';
import { createRowCheck, type CheckedRow } from '../../../shared/domain/batch/rules/checkRow';
import { personKey, type BatchFacts } from '../../../shared/domain/batch/rules/facts';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { accountKey } from '../../../shared/util/accountKey';
import { row } from '../batches/support/rows';

const place = accountKey({ realm: 'amazon', accountId: 'A1' });
const main = { instanceId: 'amcmain', name: 'Main' };
const media = { instanceId: 'amcmedia', name: 'Media mix' };
const planned = { wanted: [main], plannedAt: Date.UTC(2026, 4, 3, 12) };

const facts: BatchFacts = {
  accesses: [
    {
      account: { connectionId: 'c-1', accountId: 'A1' },
      ...{ realm: 'amazon', name: 'Acme', connectionLabel: 'Agency' },
      ...{ reachable: true, canInvite: true, refusesChanges: false },
    },
  ],
  invitations: new Map(),
  members: new Map(),
  underWay: new Map(),
  admins: new Map(),
  oneself: new Set(),
  house: { allowedDomains: [], mostAdminsPerAccount: 0, adminsNeedNote: false },
  instances: new Map([[place, [main, media]]]),
  plans: new Map(),
  colleagues: new Map(),
};

const checked = (change: Partial<BatchRowInput>, known: Partial<BatchFacts> = {}): CheckedRow =>
  createRowCheck({ ...facts, ...known })({ ...row(1, change), sent: false });

const earlier = { plans: new Map([[personKey(place, 'p1@client.example'), planned]]) };

describe('the instances of a row', () => {
  test.each([
    ['main ; AMCmedia', [main, media]],
    ['ALL', 'all'],
  ])('%j is planned without a finding', (instances, plan) => {
    expect(checked({ instances })).toEqual({ findings: [], planned: { plan, before: null } });
  });

  test('are an error where the account has none of this name: the finding lists those there are', () => {
    const { findings, planned: own } = checked({ instances: 'Main; Mian; Sandbox' });
    expect(findings).toMatchObject([{ code: 'INSTANCE_UNKNOWN', level: 'error', column: 'instances' }]);
    expect(findings[0]?.message).toBe(
      'Acme has no instance named “Mian” or “Sandbox”. It has Main and Media mix. Correct it, or read the account’s instances again.',
    );
    expect(own?.plan).toBeNull();
  });

  test('say so where Amazon listed none at all', () => {
    const none = { instances: new Map([[place, []]]) };
    expect(checked({ instances: 'Main' }, none).findings[0]?.message).toMatch(/Amazon listed none there/);
    expect(checked({ instances: 'all' }, none).planned?.plan).toBe('all');
  });

  test('are an error where several fit, and never one of them', () => {
    const twice = { instances: new Map([[place, [main, { instanceId: 'amcother', name: 'MAIN ' }]]]) };
    const { findings, planned: own } = checked({ instances: 'ｍain' }, twice);
    expect(findings).toMatchObject([{ code: 'INSTANCE_AMBIGUOUS', level: 'error' }]);
    expect(findings[0]?.message).toMatch(/Use the ID of the one you mean: amcmain or amcother\./);
    expect(own?.plan).toBeNull();
  });

  test('are an error where one instance is called “All”', () => {
    const all = { instances: new Map([[place, [main, { instanceId: 'amcall', name: 'All' }]]]) };
    expect(checked({ instances: 'all' }, all).findings).toMatchObject([{ code: 'INSTANCE_AMBIGUOUS' }]);
  });

  test('are kept as written where the account’s instances were never read, and say that', () => {
    const { findings, planned: own } = checked({ instances: 'Main' }, { instances: new Map() });
    expect(findings).toMatchObject([{ code: 'INSTANCES_UNCHECKED', level: 'warning' }]);
    expect(own?.plan).toEqual([{ instanceId: null, name: 'Main' }]);
    expect(checked({ instances: 'all' }, { instances: new Map() }).findings).toEqual([]);
  });

  test('are needless for an admin: nothing is planned, and one click clears the cell', () => {
    const { findings, planned: own } = checked({ role: 'Admin', instances: 'Mian' }, earlier);
    expect(findings).toMatchObject([
      {
        ...{ code: 'ADMIN_NEEDS_NO_INSTANCES', level: 'warning', column: 'instances' },
        fix: { column: 'instances', value: '' },
      },
    ]);
    expect(own).toBeNull();
    expect(checked({ role: 'admin' }).findings).toEqual([]);
  });

  test('replace an earlier plan, and say which; one click keeps that', () => {
    const { findings, planned: own } = checked({ instances: 'Media mix' }, earlier);
    expect(findings).toMatchObject([
      {
        ...{ code: 'PLAN_REPLACED', level: 'warning' },
        message: 'Replaces the plan from May 3, 2026: Main.',
        fix: { column: 'instances', value: 'Main' },
      },
    ]);
    expect(own).toEqual({ plan: [media], before: planned });
  });

  test('replace nothing where they are the same, or none are named', () => {
    expect(checked({ instances: 'main' }, earlier).findings).toEqual([]);
    expect(checked({ instances: ' ' }, earlier)).toEqual({
      findings: [],
      planned: { plan: null, before: planned },
    });
    expect(checked({}).planned).toBeNull();
  });

  test('of a row without a known account are not judged', () => {
    const { findings, planned: own } = checked({
      ...{ account: null, accountText: 'Nowhere', instances: 'Mian' },
    });
    expect(findings.map(({ code }) => code)).toEqual(['ACCOUNT_UNKNOWN']);
    expect(own).toBeNull();
  });
});
