import { describe, expect, test } from 'vitest';
import {
  isForOperations,
  leftOutCount,
  leftOutText,
} from '../../../../renderer/features/results/reasons/exclusionsText';
import { reasonsOf } from '../../../../renderer/features/results/reasons/reasons';
import { headlineOf, inOrder, remedyOf, withLink } from '../../../../renderer/features/results/summary';
import type { Exclusion, ExclusionReason } from '../../../../shared/domain/invitation/exclusions';
import type { ErrorCode } from '../../../../shared/errors';
import type { Operation, OperationStatus } from '../../../../shared/domain/outbox/operation';

const operation = (operationId: number, more: Partial<Operation>): Operation => ({
  operationId,
  runId: 1,
  kind: 'resend',
  status: 'failed',
  connectionId: 'c-1',
  accountId: 'A',
  accountName: 'Account A',
  emailAddress: 'p@example.com',
  userName: 'P',
  role: 'viewer',
  invitationId: 'i-1',
  userId: null,
  roleBefore: null,
  notify: false,
  requestId: null,
  error: null,
  finding: null,
  afterOperation: null,
  readBack: null,
  attempt: 1,
  replacedBy: null,
  origin: null,
  soloReason: null,
  teamSettlement: null,
  createdAt: 1,
  sentAt: null,
  settledAt: null,
  ...more,
});

describe('why changes failed', () => {
  const message = 'Amazon didn’t resend this invitation. Read Amazon’s reason.';
  const refused = (id: number, details: string): Operation =>
    operation(id, { error: { code: 'BAD_REQUEST', message, retryable: false, details } });

  test('shows Amazon’s own reason, the most frequent first, if the sentence is the same for all', () => {
    const failed = [refused(1, 'Already redeemed'), refused(2, 'Expired'), refused(3, 'Expired')];
    expect(reasonsOf(failed)).toEqual([
      { message, details: 'Expired', count: 2 },
      { message, details: 'Already redeemed', count: 1 },
    ]);
  });

  test('is shown even if nothing was stored about it', () => {
    expect(reasonsOf([operation(1, {})])).toEqual([
      { message: 'No reason recorded.', details: undefined, count: 1 },
    ]);
  });
});

test('results start with those that need a person, then follow the order of the run', () => {
  const statuses: OperationStatus[] = ['done', 'failed', 'sending', 'inDoubt', 'queued', 'failed'];
  const journal = statuses.map((status, index) => operation(index + 1, { status })).toReversed();
  expect(inOrder(journal).map(({ operationId }) => operationId)).toEqual([2, 6, 4, 1, 3, 5]);
});

describe('exclusions from a change of many', () => {
  const leftOut = (reason: ExclusionReason, ...names: string[]): Exclusion => ({
    reason,
    invitations: names.map((userName, index) => ({
      connectionId: 'c-1',
      accountId: 'A',
      invitationId: `i-${String(index)}`,
      emailAddress: `${String(index)}@example.com`,
      userName,
    })),
  });

  test('are listed with how many, who and the remedy', () => {
    expect(leftOutText(leftOut('inDoubt', 'Jane', 'Tim', 'Ann', 'Bo', 'Cy'))).toBe(
      '5 (Jane, Tim, Ann and 2 others): an earlier change is unconfirmed. Resolve it under Operations, then try again.',
    );
    expect(leftOutText(leftOut('pending', ''))).toBe('1 (0@example.com): still pending. Resend instead.');
  });

  test('are counted over all reasons, and link to Operations only if something is resolved there', () => {
    expect(leftOutCount([leftOut('lapsed', 'A', 'B'), leftOut('inDoubt', 'C')])).toBe(3);
    expect(isForOperations([leftOut('lapsed', 'A'), leftOut('inDoubt', 'C')])).toBe(true);
    expect(isForOperations([leftOut('lapsed', 'A')])).toBe(false);
  });
});

describe('the headline', () => {
  test('says what happened to each in the word for its kind', () => {
    const made = operation(1, { kind: 'create', status: 'done' });
    expect(headlineOf([made, { ...made, operationId: 2 }])).toBe('2 invited');
    expect(headlineOf([made, operation(2, { kind: 'create' })])).toBe('1 invited, 1 failed');
    expect(headlineOf([operation(1, { status: 'done' })])).toBe('1 resent');
    expect(headlineOf([operation(1, { status: 'done', kind: 'revoke' })])).toBe('1 revoked');
    expect(headlineOf([made, operation(2, { status: 'done', kind: 'revoke' })])).toBe('2 changes: 2 done');
  });
});

test('links exist for what can be redeemed: not for revoked, failed or unconfirmed invitations', () => {
  const made = operation(1, { kind: 'create', status: 'done' });
  const resent = operation(2, { status: 'done' });
  const others = [
    operation(3, { kind: 'revoke', status: 'done' }),
    operation(4, { kind: 'create', status: 'inDoubt' }),
    operation(5, { kind: 'create', status: 'done', invitationId: null }),
  ];
  expect(withLink([made, resent, ...others]).map(({ operationId }) => operationId)).toEqual([1, 2]);
});

const because = (code: ErrorCode, retryable: boolean) => ({ error: { code, message: '', retryable } });
test.each<[string, Partial<Operation>, ReturnType<typeof remedyOf>]>([
  ['a temporary failure can be retried', because('FORBIDDEN', true), 'retry'],
  ['a permanent failure must be corrected', because('BAD_REQUEST', false), null],
  ['something somebody else already did must be reviewed', because('ALREADY_INVITED', false), 'open'],
  ['something a person stopped can be retried', because('NOT_SENT', false), 'retry'],
  ['a success needs nothing', { status: 'done' }, null],
  ['something Amazon’s list may still resolve needs nothing yet', { status: 'inDoubt' }, null],
  [
    'something the list did not resolve needs a person',
    { status: 'inDoubt', finding: { verdict: 'unread', at: 1, candidates: [] } },
    'resolve',
  ],
])('%s', (_, change, remedy) => {
  expect(remedyOf(operation(1, change))).toBe(remedy);
});
