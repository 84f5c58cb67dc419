import { createBatchSender } from '../../../main/batches/sending/batchSender';
import { openDatabase, type Database } from '../../../main/storage/database';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { chunksOf } from '../../../shared/domain/outbox/chunk';
import { defaultSettings } from '../../../shared/domain/settings';
import { recordEvents } from '../../support/fixtures/recordedEvents';
import { addAccount } from '../../support/fixtures/store';
import { watchLoop, type LoopBlocks } from '../loopBlocks';
import { batchesOver, servicesOver } from '../services';
import { approvalsOver } from '../../support/fixtures/approvalsOver';

/** The process's input when it starts. */
export interface Task {
  /** A database file to make. */
  readonly file: string;
  readonly accounts: number;
  readonly rows: number;
}

/** The process's one answer when it is done: how long each command blocked the loop. */
export type Outcome = Record<'send' | 'report' | 'links' | 'undo', LoopBlocks>;

const task = JSON.parse(process.argv[2] ?? '') as Task;
process.send?.(await carryOut(task), () => process.exit(0));

async function carryOut({ file, accounts, rows }: Task): Promise<Outcome> {
  const db = openDatabase(file);
  // Nothing listens there: what is accepted waits, and only accepting it is measured.
  const { outbox } = servicesOver(db, { apiUrl: 'http://127.0.0.1:9', accessToken: '' });
  const batches = batchesOver(db);
  const events = recordEvents();
  const batchSender = createBatchSender({
    approvals: approvalsOver(db),
    ...{ db, batches, outbox, now: Date.now, changed: events.changed },
    houseRules: () => defaultSettings,
    checkOnlineAfterMinutes: () => defaultSettings.checkOnlineAfterMinutes,
  });
  for (let index = 0; index < accounts; index += 1) addAccount(db, 'bench', accountId(index));
  db.prepare('UPDATE accounts SET invitations_as_of = ?').run(Date.now());
  const { batchId } = batches.create('Spring');
  for (const piece of chunksOf(rowsFor(rows, accounts), 2000)) batches.setRows(batchId, piece, []);
  batches.setNotify(batchId, false);
  const { agreement: agreed } = await batches.dryRun(batchId);
  const send = await measured(async () => {
    const sending = await batchSender.send({ batchId, whenNotSeen: 'ask', agreed });
    if (!sending.sent || sending.invitations !== rows) throw new Error('Not all rows were sent.');
    events.take();
  });
  asAmazonConfirmed(db);
  const report = await measured(() => batchSender.report(batchId));
  const links = await measured(() => batchSender.links(batchId));
  const { agreement } = await batchSender.previewUndo(batchId);
  const undo = await measured(async () => {
    const answer = await batchSender.undo({ batchId, agreed: agreement });
    if (!answer.agreed || answer.operationIds.length !== rows) throw new Error('Not all was revoked.');
  });
  return { send, report, links, undo };
}

/** One more turn, so that the block at the end counts as well. */
async function measured(work: () => Promise<unknown>): Promise<LoopBlocks> {
  const loop = watchLoop();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await work();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return loop.stop();
}

function accountId(index: number): string {
  return `ENTITYBENCH${String(index).padStart(4, '0')}`;
}

function rowsFor(count: number, accounts: number): BatchRowInput[] {
  return Array.from({ length: count }, (_, index) => ({
    rowId: `row-${String(index).padStart(6, '0')}`,
    position: index + 1,
    account: { connectionId: 'bench', accountId: accountId(index % accounts) },
    accountText: accountId(index % accounts),
    emailAddress: `person.${String(index)}@northwind.example`,
    userName: `Jörg Müller ${String(index)}`,
    role: index % 10 === 0 ? 'admin' : 'viewer',
    note: 'from the fair',
    instances: '',
  }));
}

/** Everything sent is done, and its invitations are pending. */
function asAmazonConfirmed(db: Database): void {
  db.exec(`
    BEGIN;
    UPDATE requests SET sent_at = 1, ended_at = 2, answered_at = 2, http_status = 207;
    UPDATE operations SET status = 'sending' WHERE status = 'queued';
    UPDATE operations SET status = 'done', settled_at = 2, invitation_id = 'inv-' || operation_id;
    INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
      first_seen_at, state_changed_at, evidence, search_text)
    SELECT realm, account_id, invitation_id, email_address, user_name, role, 'pending', '', 2, 2, 'ours', ''
    FROM operations;
    COMMIT;
  `);
}
