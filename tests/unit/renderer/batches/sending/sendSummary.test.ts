import { describe, expect, it } from 'vitest';
import { sendSummary } from '../../../../../renderer/features/batches/sending/sendSummary';
import type { DryRun } from '../../../../../shared/domain/batch/batch';

const numbers = (change: Partial<DryRun> = {}): DryRun => ({
  invitations: 0,
  admins: 0,
  calls: 0,
  emails: 0,
  blockedRows: 0,
  blocked: [],
  sent: 0,
  accounts: [],
  planned: 0,
  replacedPlans: { count: 0, first: [] },
  estimateMs: 0,
  agreement: {
    digest: '',
    total: 0,
    admins: 0,
    notify: null,
    revision: 0,
    accounts: [],
    shares: [],
    sponsoredAds: [],
    yourself: [],
  },
  ...change,
});
const account = {
  account: { connectionId: 'c', accountId: 'a' },
  accountName: 'A',
  invitations: 1,
  admins: 0,
  calls: 1,
  planned: 0,
};

describe('what sending will do', () => {
  it.each([
    [
      'many, with emails',
      numbers({ invitations: 1200, admins: 30, emails: 1200, accounts: [account, account] }),
      true,
      '1,200 invitations to 2 accounts, 30 of them as admin. Amazon will send 1,200 emails.',
    ],
    [
      'one, without emails',
      numbers({ invitations: 1, accounts: [account] }),
      false,
      '1 invitation to 1 account, none of them as admin. Amazon won’t send email: you share the links.',
    ],
    [
      'nothing about emails until one option is selected',
      numbers({ invitations: 2, accounts: [account] }),
      null,
      '2 invitations to 1 account, none of them as admin.',
    ],
    [
      'rows that won’t be sent',
      numbers({
        invitations: 1,
        accounts: [account],
        blockedRows: 1,
        blocked: [
          { code: 'EMAIL_INVALID', message: '', rows: 1 },
          { code: 'ROLE_MISSING', message: '', rows: 1 },
        ],
      }),
      null,
      '1 invitation to 1 account, none of them as admin. 1 row with errors won’t be sent.',
    ],
    [
      'nothing at all',
      numbers({ blockedRows: 3, blocked: [{ code: 'EMAIL_INVALID', message: '', rows: 3 }] }),
      true,
      'No rows are ready to send. 3 rows with errors won’t be sent.',
    ],
  ])('%s', (_what, dryRun, notify, text) => {
    expect(sendSummary(dryRun, notify)).toBe(text);
  });
});
