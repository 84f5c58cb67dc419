import type { Topic } from '../../shared/bridge/channels';
import type { Batch, BatchConflict, BatchRow, BatchRowInput, DryRun } from '../../shared/domain/batch/batch';
import type { CheckProgress } from '../../shared/domain/batch/checkProgress';
import type { AccountRef } from '../../shared/domain/account/account';
import type { ChannelOutput } from '../../shared/bridge/ipc';
import type { HouseRules } from '../../shared/domain/batch/rules/facts';
import type { Access } from '../access/types';
import type { Database } from '../storage/database';
import { checkBatch, type Checked } from './checking/check';
import { checkOnline } from './checking/checkOnline';
import { createOnlineChecks } from './checking/onlineChecks';
import { keepRows, openConflicts, type SettledRow } from './checking/conflicts';
import { dryRunCallOf, dryRunOf, type DryRunCall } from './checking/dryRun';
import { listBatches, requireBatch, requireHead, requireListed, revisionOf } from './reading';
import { readRows, type NewRow } from './rows';
import { readStatuses, type SentStatus } from './rowStates';
import type { RowSelection } from './sending/selectedRows';
import { createBatchStore } from './store';
import { createFindingsDelta, type FindingsDelta } from './checking/findingsDelta';

export interface BatchesDeps {
  readonly db: Database;
  readonly access: Pick<Access, 'refreshInvitations'>;
  /** The organization's current rules. */
  readonly houseRules: () => HouseRules;
  /** ms since 1970. */
  readonly now: () => number;
  /** Called after each commit that changed what the topic names. */
  readonly changed: (topic: Topic) => void;
}

/**
 * Drafted lists of people to invite. Everything except `checkOnline` works offline. A batch that doesn't exist is a CodedError
 * NOT_FOUND.
 */
export interface Batches {
  /** All except removed ones, most recently changed first. */
  list(): Batch[];
  /** @throws CodedError NOT_FOUND */
  require(batchId: string): Batch;
  /** The batch with all its rows, for a page that shows their findings. */
  open(batchId: string): Promise<ChannelOutput<'batches.get'>>;
  /** All rows in their order. */
  rowsOf(batchId: string): BatchRow[];
  /** The current status of each row that was sent. */
  statusesOf(batchId: string): SentStatus[];
  create(name?: string): Batch;
  rename(batchId: string, name: string): Batch;
  duplicate(batchId: string): Batch;
  archive(batchId: string, archived: boolean): Batch;
  setNotify(batchId: string, notify: boolean | null): Batch;
  remove(batchId: string): void;
  restore(batchId: string): Batch;
  /** Stores rows in full and removes others, or throws a CodedError INVALID_INPUT and stores nothing. */
  setRows(batchId: string, rows: readonly BatchRowInput[], removed: readonly string[]): void;
  /** Adds rows with their source. @param more see GridStore.addRows */
  addRows(batchId: string, rows: readonly NewRow[], more?: boolean): void;
  /** @param since the caller's version; without it everything is returned, otherwise only what changed since */
  check(batchId: string, since?: number): Promise<ChannelOutput<'batches.check'>>;
  checkOnline(batchId: string, since?: number): Promise<ChannelOutput<'batches.checkOnline'>>;
  /** How far the running online check has come; null while there is none. */
  checkProgressOf(batchId: string): CheckProgress | null;
  /** Ends the running online check early: the accounts being read are finished, and the rows are checked. */
  stopCheck(batchId: string): void;
  /** Rows whose facts have changed since they were drafted, as of the last check. */
  conflictsOf(batchId: string): BatchConflict[];
  /** Keeps rows despite their findings: their conflicts are settled. */
  keepRows(batchId: string, rows: readonly SettledRow[]): void;
  dryRun(batchId: string, selection?: RowSelection): Promise<DryRun>;
  /** @throws CodedError INVALID_INPUT, NOT_FOUND; see dryRunCallOf */
  dryRunCall(
    batchId: string,
    call: { readonly account: AccountRef; readonly call: number },
  ): Promise<DryRunCall>;
}

export function createBatches(deps: BatchesDeps): Batches {
  const { db } = deps;
  const changedBatch = (batchId: string): Batch => {
    deps.changed('batches.changed');
    return requireBatch(db, batchId);
  };
  const findings = createFindingsDelta(db);

  return {
    list: () => listBatches(db),
    require: (batchId) => requireBatch(db, batchId),
    async open(batchId) {
      const opened = await findings.open(batchId);
      return { batch: requireBatch(db, batchId), ...opened };
    },
    rowsOf: (batchId) => readRows(db, batchId),
    statusesOf: (batchId) => readStatuses(db, batchId),
    ...batchChanges(deps, changedBatch),
    ...batchChecks(deps, changedBatch, findings),
  };
}

type BatchChanges =
  'create' | 'rename' | 'duplicate' | 'archive' | 'setNotify' | 'remove' | 'restore' | 'setRows' | 'addRows';

/** @param changedBatch reports a change and returns the current batch */
function batchChanges(
  { db, now, changed }: BatchesDeps,
  changedBatch: (batchId: string) => Batch,
): Pick<Batches, BatchChanges> {
  const store = createBatchStore(db, now);
  return {
    create: (name) => changedBatch(store.create(name)),
    rename(batchId, name) {
      store.rename(batchId, name);
      return changedBatch(batchId);
    },
    duplicate: (batchId) => changedBatch(store.duplicate(batchId)),
    archive(batchId, archived) {
      store.archive(batchId, archived);
      return changedBatch(batchId);
    },
    setNotify(batchId, notify) {
      store.setNotify(batchId, notify);
      return changedBatch(batchId);
    },
    remove(batchId) {
      store.remove(batchId);
      changed('batches.changed');
    },
    restore(batchId) {
      store.restore(batchId);
      return changedBatch(batchId);
    },
    setRows(batchId, rows, removed) {
      store.setRows(batchId, rows, removed);
      changed('batches.changed');
    },
    addRows(batchId, rows, more = false) {
      store.addRows(batchId, rows, more);
      changed('batches.changed');
    },
  };
}

type BatchChecks =
  | 'check'
  | 'checkOnline'
  | 'checkProgressOf'
  | 'stopCheck'
  | 'conflictsOf'
  | 'keepRows'
  | 'dryRun'
  | 'dryRunCall';

/** @param changedBatch reports a change and returns the current batch */
function batchChecks(
  { db, access, houseRules, now, changed }: BatchesDeps,
  changedBatch: (batchId: string) => Batch,
  findings: FindingsDelta,
): Pick<Batches, BatchChecks> {
  const online = createOnlineChecks();
  const check = (batchId: string): Promise<Checked> => checkBatch(db, batchId, { house: houseRules(), now });
  return {
    async check(batchId, since) {
      requireListed(db, batchId);
      const revision = revisionOf(db, batchId);
      const answer = await findings.answer(batchId, await check(batchId), { revision, since });
      return { batch: changedBatch(batchId), ...answer };
    },
    async checkOnline(batchId, since) {
      const { checkedAt } = requireHead(db, batchId);
      const revision = revisionOf(db, batchId);
      const { failures, notRead, ...checked } = await checkOnline({
        isChecked: checkedAt !== null,
        rows: () => readRows(db, batchId),
        check: () => check(batchId),
        refresh: (account) => access.refreshInvitations([account]),
        begin: (total) => online.begin(batchId, total),
      });
      const answer = await findings.answer(batchId, checked, { revision, since });
      return {
        batch: changedBatch(batchId),
        ...answer,
        conflicts: openConflicts(db, batchId),
        failures,
        notRead,
      };
    },
    checkProgressOf: online.progressOf,
    stopCheck: online.stop,
    conflictsOf(batchId) {
      requireListed(db, batchId);
      return openConflicts(db, batchId);
    },
    keepRows(batchId, rows) {
      requireListed(db, batchId);
      keepRows(db, batchId, rows);
      changed('batches.changed');
    },
    async dryRun(batchId, selection = {}) {
      const { notify } = requireHead(db, batchId);
      return dryRunOf(db, await check(batchId), notify, selection);
    },
    async dryRunCall(batchId, call) {
      const { notify } = requireHead(db, batchId);
      return dryRunCallOf(await check(batchId), notify, call);
    },
  };
}
