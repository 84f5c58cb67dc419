import { afterEach, beforeEach } from 'vitest';
import { createBatches, type Batches } from '../../../main/batches/batches';
import { createImports, type Imports } from '../../../main/batches/import/imports';
import { readTable } from '../../../main/batches/tables/readTable';
import { listAccounts } from '../../../main/access/accounts';
import type { BatchRow } from '../../../shared/domain/batch/batch';
import type { ImportOptions, ImportPreview } from '../../../shared/domain/batch/batchImport';
import { defaultSettings } from '../../../shared/domain/settings';
import { addAccount, addConnection, temporaryStore, type Store } from '../fixtures/store';

interface ImportBench {
  readonly store: Store;
  readonly batches: Batches;
  readonly imports: Imports;
  readonly batchId: string;
  /** How many times a file or text was read. */
  readonly readings: () => number;
  /** Names an account, and makes it reachable through `c-1`. */
  account(accountId: string, name: string): { connectionId: string; accountId: string };
  pasted(text: string): Promise<ImportPreview>;
  /** Pastes it and adds its rows. */
  added(text: string, options?: Omit<ImportOptions, 'importId'>): Promise<readonly BatchRow[]>;
}

/** Imports into a batch of a real database, new for each test; tables are read in this process. */
export function importBench(): ImportBench {
  let store: Store;
  let batches: Batches;
  let imports: Imports;
  let batchId: string;
  let readings: number;
  beforeEach(() => {
    store = temporaryStore();
    addConnection(store.db, 'c-1');
    readings = 0;
    const clock = { now: () => 1_764_000_000_000 };
    batches = createBatches({
      db: store.db,
      access: { refreshInvitations: () => Promise.resolve([]) },
      houseRules: () => defaultSettings,
      ...clock,
      changed: () => undefined,
    });
    imports = createImports({
      db: store.db,
      batches,
      accounts: () => listAccounts(store.db, {}),
      houseRules: () => defaultSettings,
      readTable: (source, options) => {
        readings += 1;
        return readTable(source, options);
      },
      ...clock,
    });
    ({ batchId } = batches.create());
  });
  afterEach(() => {
    store.remove();
  });
  const bench: ImportBench = {
    get store() {
      return store;
    },
    get batches() {
      return batches;
    },
    get imports() {
      return imports;
    },
    get batchId() {
      return batchId;
    },
    readings: () => readings,
    account(accountId, name) {
      addAccount(store.db, 'c-1', accountId);
      store.db.prepare('UPDATE accounts SET name = ? WHERE account_id = ?').run(name, accountId);
      return { connectionId: 'c-1', accountId };
    },
    pasted: (text) => imports.open(batchId, { text }),
    async added(text, options = {}) {
      const { importId } = await bench.pasted(text);
      await imports.add(batchId, { importId, ...options });
      return batches.rowsOf(batchId);
    },
  };
  return bench;
}
