import { join } from 'node:path';
import { listAccounts } from '../../main/access/accounts';
import { closeDatabase, openDatabase } from '../../main/storage/database';
import { chunksOf } from '../../shared/domain/outbox/chunk';
import type { BatchRowInput } from '../../shared/domain/batch/batch';
import { batchesOver } from './services';

const batchRows = 10_000;

/** Stores a batch over all accounts of the profile, with the app's own functions. @returns its ID */
export async function writeLargeBatch(userData: string): Promise<string> {
  const db = openDatabase(join(userData, 'access.db'));
  try {
    const accounts = listAccounts(db, {});
    const batches = batchesOver(db);
    const { batchId } = batches.create('Spring');
    const rows = Array.from({ length: batchRows }, (_, at): BatchRowInput => {
      const account = accounts[at % accounts.length];
      if (account === undefined) throw new Error('The profile has no accounts.');
      const { connectionId, accountId, name } = account;
      return {
        rowId: `row-${String(at).padStart(6, '0')}`,
        position: at + 1,
        account: { connectionId, accountId },
        accountText: name,
        emailAddress: addressOf(at),
        userName: `Jörg Müller ${String(at)}`,
        role: at % 10 === 0 ? 'admin' : 'viewer',
        note: 'from the fair',
        instances: '',
      };
    });
    for (const piece of chunksOf(rows, 2000)) batches.setRows(batchId, piece, []);
    await batches.check(batchId);
    return batchId;
  } finally {
    closeDatabase(db);
  }
}

/** Of twenty rows two have an error and one a warning, as lists of people do. */
function addressOf(at: number): string {
  if (at % 20 === 3) return `person.${String(at)} at northwind.example`;
  if (at % 20 === 9) return '';
  return at % 20 === 14 ? `person.${String(at)}@gmial.com` : `person.${String(at)}@northwind.example`;
}
