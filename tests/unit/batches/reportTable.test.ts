import { describe, expect, it } from 'vitest';
import { linksTable, reportTable } from '../../../main/batches/sending/reportTable';
import type { SentRow } from '../../../main/batches/sending/sentRows';

const sent: SentRow = {
  rowId: 'row-0001',
  realm: 'sandbox',
  connectionId: 'c',
  accountId: 'ENTITY1',
  accountName: 'Copper Kettle Coffee',
  emailAddress: 'rosa@northwind-media.example',
  userName: 'Rosa Lind',
  role: 'viewer',
  note: 'from the fair',
  planned: [
    { instanceId: 'amcmain', name: 'Main' },
    { instanceId: null, name: 'Sandbox' },
  ],
  sourceFile: 'people.xlsx',
  sourceRow: 17,
  operationId: 4,
  runId: 1,
  runCreatedAt: 0,
  status: 'done',
  error: null,
  requestId: 'amzn-1',
  settledAt: Date.UTC(2026, 10, 24, 7, 9, 32),
  invitationId: 'inv-1',
  state: 'accepted',
  invitation: 'accepted',
  instanceAccess: 'waiting',
  expiresAt: null,
  region: 'eu',
};

const cellsOf = (rows: readonly (readonly string[])[], row: number): Record<string, string> =>
  Object.fromEntries((rows[0] ?? []).map((header, index) => [header, rows[row]?.[index] ?? '']));

describe('the report of a batch', () => {
  it('links the source’s row to the invitation and its current state', () => {
    expect(cellsOf(reportTable([sent], []), 1)).toMatchObject({
      Email: 'rosa@northwind-media.example',
      'Planned instances': 'Main; Sandbox',
      Result: 'Invited',
      'Invitation now': 'Accepted',
      'Instances now': 'Waiting for instances',
      'Settled (UTC)': '2026-11-24 07:09:32',
      'Expires (UTC)': '',
      'Source file': 'people.xlsx',
      'Source row': '17',
      Operation: '4',
      'Amazon’s request ID': 'amzn-1',
      'Invitation ID': 'inv-1',
    });
  });

  it('describes an invitation that probably expired the same way as its own page', () => {
    const overdue = { ...sent, state: 'pending', invitation: 'overdue' } as const;
    expect(cellsOf(reportTable([overdue], []), 1)['Invitation now']).toBe('Expired (unconfirmed)');
  });

  it('shows why a row failed, in our words and in Amazon’s', () => {
    const error = JSON.stringify({
      code: 'FORBIDDEN',
      message: 'You are a viewer here.',
      retryable: false,
      details: 'ACCESS_DENIED',
    });
    expect(
      cellsOf(
        reportTable(
          [{ ...sent, status: 'failed', error, state: null, invitation: null, invitationId: null }],
          [],
        ),
        1,
      ),
    ).toMatchObject({
      Result: 'Failed',
      'Invitation now': '',
      Why: 'You are a viewer here.',
      'Amazon’s words': 'ACCESS_DENIED',
    });
  });
});

describe('the links of a batch', () => {
  it('are one per line, with what a mail merge needs', () => {
    const link = { ...sent, invitationId: 'inv-1', region: 'eu' as const };
    expect(
      cellsOf(
        linksTable([link], ({ invitationId }) => `link to ${invitationId}`),
        1,
      ),
    ).toMatchObject({
      Email: 'rosa@northwind-media.example',
      Person: 'Rosa Lind',
      Role: 'Viewer',
      Link: 'link to inv-1',
    });
  });
});
