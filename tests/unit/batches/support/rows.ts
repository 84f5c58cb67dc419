import type { BatchRowInput } from '../../../../shared/domain/batch/batch';

/** A valid row of the account A1, reached through the connection c-1; its ID is `row-00001` and so on. */
export const row = (number: number, change: Partial<BatchRowInput> = {}): BatchRowInput => ({
  rowId: `row-${String(number).padStart(5, '0')}`,
  position: number,
  account: { connectionId: 'c-1', accountId: 'A1' },
  accountText: 'Name of A1',
  emailAddress: `p${number}@client.example`,
  userName: `Person ${number}`,
  role: 'viewer',
  note: '',
  instances: '',
  ...change,
});
