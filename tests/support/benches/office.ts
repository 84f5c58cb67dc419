import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Approvals } from '../../../main/approvals/approvals';
import { createApproving, type Approving } from '../../../main/batches/approving/approving';
import type { BatchFiles } from '../../../main/batches/approving/batchFiles/request';
import { createBatches, type Batches } from '../../../main/batches/batches';
import { checkBatch } from '../../../main/batches/checking/check';
import { createBatchSender, type BatchSender } from '../../../main/batches/sending/batchSender';
import type { ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import { defaultApprovalRule } from '../../../shared/domain/approval/approvalRule';
import type { ReviewDecision } from '../../../shared/domain/approval/batchReview';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import type { BatchSending } from '../../../shared/domain/batch/batchReport';
import type { Operation } from '../../../shared/domain/outbox/operation';
import { defaultSettings } from '../../../shared/domain/settings';
import { CodedError } from '../../../shared/errors';
import { approvalsOver } from '../fixtures/approvalsOver';
import { batchFilesHere } from '../fixtures/batchFilesHere';
import { memoryKeychain } from '../fixtures/memoryKeychain';
import { addAccount, addConnection, temporaryStore, type Store } from '../fixtures/store';
import { outboxOver } from './outboxBench';

export interface OfficeStart {
  readonly realm?: string;
  /** The accounts that this office reaches and has read; A1 if omitted. */
  readonly accounts?: readonly string[];
  /** How batch files are read and made; in this process if omitted. */
  readonly files?: BatchFiles;
}

/** One person's desktop with its own data, key and clock, as far as batch files need it. Nothing reaches Amazon. */
export interface Office {
  readonly name: string;
  readonly store: Store;
  readonly approvals: Approvals;
  readonly approving: Approving;
  readonly batches: Batches;
  readonly batchSender: BatchSender;
  /** Where its data folder is. */
  place: string;
  /** This desktop's clock, in ms. */
  at: number;
  key(): Promise<string>;
  setRule(rule: Partial<ApprovalRule>): Promise<void>;
  /** A batch that is ready to be sent. @returns its ID */
  draft(rows: readonly BatchRowInput[]): string;
  /** @returns the file's path */
  exported(batchId: string): Promise<string>;
  /** Opens a file and answers it. @returns the path of the answer */
  answered(path: string, decision?: Partial<ReviewDecision>): Promise<string>;
  /** Compares words by phone, as it were. */
  confirm(other: Office): Promise<void>;
  /** Sends what the dialog would: everything, or some rows. */
  send(batchId: string, rowIds?: readonly string[]): Promise<BatchSending>;
  operations(): Operation[];
  close(): Promise<void>;
}

/** The day on which offices begin, ms since 1970. */
export const officeDay = 1_764_000_000_000;

let files = 0;

/** @param folder where the files go */
export function createOffice(
  name: string,
  { realm = 'sandbox', accounts = ['A1'], files: batchFiles = batchFilesHere }: OfficeStart = {},
): Office {
  const folder = mkdtempSync(join(tmpdir(), 'amc-office-'));
  const store = temporaryStore();
  const { db } = store;
  const now = (): number => office.at;
  const changed = (): void => undefined;
  const houseRules = () => defaultSettings;
  addConnection(db, 'c-1', realm);
  for (const account of accounts) addAccount(db, 'c-1', account, realm);
  db.prepare('UPDATE accounts SET invitations_as_of = ?').run(officeDay - 60_000);
  const keychain = memoryKeychain();
  const approvals = approvalsOver(db, { keychain, name, place: () => office.place, now });
  const batches = createBatches({
    ...{ db, houseRules, now, changed },
    access: { refreshInvitations: () => Promise.resolve([]) },
  });
  const signedOut = new CodedError({ code: 'SIGN_IN_REQUIRED', message: 'Sign in again.' });
  const { outbox, operations } = outboxOver(db, () => Promise.reject(signedOut));
  const approving = createApproving({
    ...{ db, approvals, files: batchFiles, houseRules, now, changed },
    check: (batchId) => checkBatch(db, batchId, { house: houseRules(), now }),
  });
  const batchSender = createBatchSender({
    ...{ db, batches, outbox, approvals, houseRules, now, changed },
    checkOnlineAfterMinutes: () => 1_000_000,
  });
  const whereTo = (): Promise<string> => Promise.resolve(join(folder, `${String((files += 1))}.amcbatch`));
  const pathOf = async (write: (to: () => Promise<string>) => Promise<unknown>): Promise<string> => {
    const path = await whereTo();
    await write(() => Promise.resolve(path));
    return path;
  };
  const office: Office = {
    ...{ name, store, approvals, approving, batches, batchSender, operations },
    place: name,
    at: officeDay,
    key: async () => (await approvals.own()).publicKey,
    setRule: (rule) => approvals.setRule({ ...defaultApprovalRule, ...rule }, () => Promise.resolve(true)),
    draft(rows) {
      const { batchId } = batches.create('June');
      batches.setRows(batchId, rows, []);
      batches.setNotify(batchId, false);
      return batchId;
    },
    exported: (batchId) => pathOf((to) => approving.exportDraft(batchId, to)),
    async answered(path, decision = {}) {
      const fileId = await approving.open(path);
      const { drafter } = await approving.review(fileId);
      return pathOf((to) =>
        approving.answer(
          {
            ...{ fileId, decision: 'approved', removedRowIds: [], comment: '', rowComments: [] },
            ...{ uncheckedAccountIds: [], senderKey: drafter.key, ...decision },
          },
          to,
        ),
      );
    },
    async confirm(other) {
      const key = await other.key();
      // Known from a file that other once sent.
      if (approvals.keyOf(key) === null) await approving.open(await other.exported(other.draft([helloRow])));
      approvals.confirm({ key, name: other.name });
    },
    async send(batchId, rowIds) {
      const some = rowIds === undefined ? {} : { rowIds: [...rowIds] };
      const { agreement: agreed } = await batches.dryRun(batchId, some);
      return batchSender.send({ batchId, whenNotSeen: 'ask', agreed, ...some });
    },
    async close() {
      await outbox.close();
      store.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return office;
}

const helloRow: BatchRowInput = {
  rowId: 'row-hello',
  position: 1,
  account: { connectionId: 'c-1', accountId: 'A1' },
  accountText: 'Name of A1',
  emailAddress: 'hello@client.example',
  userName: 'Hello There',
  role: 'viewer',
  note: '',
  instances: '',
};
