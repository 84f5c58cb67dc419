import { describe, expect, test } from 'vitest';
import {
  checkRows,
  emptyDraft,
  leftToSend,
  withoutRow,
  withPeople,
  type InviteeRow,
} from '../../../../renderer/features/invitations/invite/inviteDraft';
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
  test('good rows are taken, trimmed, and blank ones left out', () => {
    const { invitees, errors } = checkRows([
      row(0, { emailAddress: '  jane@example.com ', userName: ' Jane ' }),
      row(1, { emailAddress: '  ', userName: '' }),
    ]);
    expect(invitees).toEqual([{ emailAddress: 'jane@example.com', userName: 'Jane', role: 'viewer' }]);
    expect(errors.size).toBe(0);
  });

  test('each fault is told at its own field of its own row', () => {
    const { errors } = checkRows([
      row(0),
      row(1, { emailAddress: 'not an address' }),
      row(2, { userName: '   ' }),
      row(3, { role: null }),
    ]);
    expect([...errors]).toEqual([
      [1, { emailAddress: matching(/not an email address/) }],
      [2, { userName: matching(/name/) }],
      [3, { role: matching(/admin or viewer/) }],
    ]);
  });

  test('the same mailbox twice is told at the second one, with the row of the first', () => {
    const { invitees, errors } = checkRows([
      row(0, { emailAddress: '', userName: '' }),
      row(1, { emailAddress: 'Jane@Example.com' }),
      row(2, { emailAddress: 'jane@example.com ' }),
    ]);
    expect([...errors]).toEqual([[2, { emailAddress: matching(/already in row 2/) }]]);
    expect(invitees).toHaveLength(1);
  });

  test('an empty form is not sent as "nobody"', () => {
    const { errors } = checkRows(emptyDraft.rows);
    expect(errors.get(0)).toEqual({
      emailAddress: matching(/email address/),
      userName: matching(/name/),
      role: matching(/admin or viewer/),
    });
  });
});

describe('the rows', () => {
  test('pasted people take the place of blank rows and get keys of their own', () => {
    const rows = withPeople([row(7), row(8, { emailAddress: '', userName: '' })], [row(0), row(0)]);
    expect(rows.map(({ key }) => key)).toEqual([7, 9, 10]);
  });

  test('there is always one to type in', () => {
    expect(withoutRow([row(3)], 3)).toEqual(emptyDraft.rows);
  });
});

describe('after sending', () => {
  const operation = (emailAddress: string, status: OperationStatus): Operation => ({
    operationId: 1,
    runId: 1,
    kind: 'create',
    status,
    connectionId: 'c1',
    accountId: 'ENTITY1',
    accountName: 'Account',
    emailAddress,
    userName: 'Person',
    role: 'viewer',
    invitationId: null,
    notify: false,
    requestId: null,
    error: null,
    finding: null,
    afterOperation: null,
    readBack: null,
    attempt: 1,
    replacedBy: null,
    origin: null,
    createdAt: 0,
    sentAt: null,
    settledAt: null,
  });
  const draft = { ...emptyDraft, rows: [row(0), row(1), row(2), row(3)], notify: true };

  test('only those that failed stay in the form; what may have been sent does not', () => {
    const left = leftToSend(draft, [
      operation('person0@example.com', 'done'),
      operation('Person1@example.com', 'failed'),
      operation('person2@example.com', 'inDoubt'),
      operation('person3@example.com', 'sending'),
    ]);
    expect(left).toEqual({ ...draft, rows: [row(1)] });
  });

  test('when all went well nothing stays, the email choice neither', () => {
    expect(leftToSend(draft, [operation('person0@example.com', 'done')])).toBe(emptyDraft);
  });
});
