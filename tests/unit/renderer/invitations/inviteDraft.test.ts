import { describe, expect, test } from 'vitest';
import {
  checkRows,
  draftFor,
  emptyDraft,
  leftToSend,
  withoutRow,
  withPeople,
  type InviteeRow,
} from '../../../../renderer/features/invitations/invite/inviteDraft';
import type { AccountRef } from '../../../../shared/domain/account/account';
import type { ErrorCode } from '../../../../shared/errors';
import type { Operation, OperationStatus } from '../../../../shared/domain/outbox/operation';
import { matching } from '../../../support/fixtures/matching';

const row = (key: number, change: Partial<InviteeRow> = {}): InviteeRow => ({
  key,
  emailAddress: `person${String(key)}@example.com`,
  userName: `Person ${String(key)}`,
  role: 'viewer',
  nameGuessed: false,
  ...change,
});

describe('checking who is to be invited', () => {
  test('accepts valid rows, trimmed, and skips blank ones', () => {
    const { invitees, errors } = checkRows([
      row(0, { emailAddress: '  jane@example.com ', userName: ' Jane ' }),
      row(1, { emailAddress: '  ', userName: '' }),
    ]);
    expect(invitees).toEqual([{ emailAddress: 'jane@example.com', userName: 'Jane', role: 'viewer' }]);
    expect(errors.size).toBe(0);
  });

  test('shows each error at its field, in its row', () => {
    const { errors } = checkRows([
      row(0),
      row(1, { emailAddress: 'not an address' }),
      row(2, { userName: '   ' }),
    ]);
    expect([...errors]).toEqual([
      [1, { emailAddress: matching(/not an email address/) }],
      [2, { userName: matching(/name/) }],
    ]);
  });

  test('reports a duplicate address at the second one, with the row of the first', () => {
    const { invitees, errors } = checkRows([
      row(0, { emailAddress: '', userName: '' }),
      row(1, { emailAddress: 'Jane@Example.com' }),
      row(2, { emailAddress: 'jane@example.com ' }),
    ]);
    expect([...errors]).toEqual([[2, { emailAddress: matching(/already in row 2/) }]]);
    expect(invitees).toHaveLength(1);
  });

  test('rejects an empty form', () => {
    const { errors } = checkRows(emptyDraft.rows);
    expect(errors.get(0)).toEqual({
      emailAddress: matching(/email address/),
      userName: matching(/name/),
    });
  });
});

describe('the rows', () => {
  test('pasted people replace blank rows and get their own keys', () => {
    const rows = withPeople([row(7), row(8, { emailAddress: '', userName: '' })], [row(0), row(0)]);
    expect(rows.map(({ key }) => key)).toEqual([7, 9, 10]);
  });

  test('there is always one to type in', () => {
    expect(withoutRow([row(3)], 3)).toEqual(emptyDraft.rows);
  });
});

describe('the initial form', () => {
  test('makes nobody an admin', () => {
    const [first] = emptyDraft.rows;
    const [, second] = withPeople(emptyDraft.rows);
    expect([first?.role, second?.role]).toEqual(['viewer', 'viewer']);
  });

  test('selects the account it was opened for', () => {
    expect(draftFor(copper).accounts).toEqual([copper]);
    expect(draftFor(null).accounts).toEqual([]);
  });
});

const copper = { connectionId: 'c1', accountId: 'ENTITY1' };
const maple = { connectionId: 'c1', accountId: 'ENTITY2' };

describe('after sending', () => {
  const operation = (
    emailAddress: string,
    status: OperationStatus,
    { account = copper, code = 'BAD_REQUEST' }: { account?: AccountRef; code?: ErrorCode } = {},
  ): Operation => ({
    operationId: 1,
    runId: 1,
    kind: 'create',
    status,
    ...account,
    accountName: 'Account',
    emailAddress,
    userName: 'Person',
    role: 'viewer',
    invitationId: null,
    userId: null,
    roleBefore: null,
    notify: false,
    requestId: null,
    error: status === 'failed' ? { code, message: 'No.', retryable: false } : null,
    finding: null,
    afterOperation: null,
    readBack: null,
    attempt: 1,
    replacedBy: null,
    origin: null,
    soloReason: null,
    teamSettlement: null,
    createdAt: 0,
    sentAt: null,
    settledAt: null,
  });
  const draft = { ...draftFor(copper), rows: [row(0), row(1), row(2), row(3)], notify: true };

  test('only those that failed stay in the form; those that may have been sent do not', () => {
    const left = leftToSend(draft, [
      operation('person0@example.com', 'done'),
      operation('Person1@example.com', 'failed'),
      operation('person2@example.com', 'inDoubt'),
      operation('person3@example.com', 'sending'),
    ]);
    expect(left).toEqual({ ...draft, rows: [row(1)] });
  });

  test('nothing stays when everything succeeded, or somebody was already invited', () => {
    expect(leftToSend(draft, [operation('person0@example.com', 'done')])).toBeNull();
    const skipped = operation('person0@example.com', 'failed', { code: 'ALREADY_INVITED' });
    expect(leftToSend(draft, [skipped])).toBeNull();
  });

  const both = { ...draft, accounts: [copper, maple], rows: [row(0), row(1)] };

  test('only that account stays if one of several rejected everybody', () => {
    const left = leftToSend(both, [
      operation('person0@example.com', 'done'),
      operation('person1@example.com', 'done'),
      operation('person0@example.com', 'failed', { account: maple }),
      operation('person1@example.com', 'failed', { account: maple }),
    ]);
    expect(left).toEqual({ ...both, accounts: [maple] });
  });

  test('nobody stays for an account where they were invited', () => {
    const left = leftToSend(both, [
      operation('person0@example.com', 'failed'),
      operation('person0@example.com', 'failed', { account: maple }),
      operation('person1@example.com', 'done'),
      operation('person1@example.com', 'failed', { account: maple }),
    ]);
    expect(left).toEqual({ ...both, rows: [row(0)] });
  });
});
