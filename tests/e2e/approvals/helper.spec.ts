import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newKeyPair } from '../../../main/approvals/keys/ed25519';
import type { FileRow } from '../../../shared/domain/approval/batchFile';
import { useBatchFileHelpers } from '../../support/batchFileHelper/batchFileApp';
import { removeFolders } from '../../support/desktop/sharedApps';

/** More than fit into one piece. */
const rows = Array.from({ length: 1200 }, (_, index): FileRow => ({
  ...{ rowId: `row-${String(index).padStart(5, '0')}`, accountId: 'A1', accountName: 'Acme' },
  ...{
    emailAddress: `p${String(index)}@client.example`,
    userName: `Person ${String(index)}`,
    role: 'viewer',
  },
  ...{ instances: '', note: '', warnings: [] },
}));

test('a helper that dies or answers nonsense is a clear error, signs nothing and leaves no file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amc-batch-files-'));
  const { publicKey, secret } = newKeyPair();
  const body = {
    ...{ batchId: 'batch-0001', batchName: 'June', realm: 'sandbox', notify: false, rows },
    ...{ snapshotAt: 1, draftedAt: 2, drafter: { name: 'Ben', key: publicKey } },
  };
  try {
    const ends = await useBatchFileHelpers(folder, { file: { kind: 'draft', body }, secret });
    const notWritten = {
      code: 'FILE_NOT_SAVED',
      message: expect.stringContaining('The batch is unchanged') as unknown,
    };
    const notRead = {
      code: 'INVALID_INPUT',
      message: expect.stringContaining('Nothing was opened') as unknown,
    };
    expect(ends).toMatchObject({
      dies: [notWritten, notRead],
      babbles: [notWritten, notRead],
      signedForThem: 0,
    });
    const [made, read] = ends.works;
    expect(made).toMatchObject({ kind: 'draft', body });
    expect(read).toEqual(made);
    expect(existsSync(join(folder, 'June.amcbatch'))).toBe(true);
  } finally {
    await removeFolders(folder);
  }
});
