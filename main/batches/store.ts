import { randomUUID } from 'node:crypto';
import { maxRows, type BatchRowInput } from '../../shared/domain/batch/batch';
import { CodedError } from '../../shared/errors';
import { formatNumber } from '../../shared/text/formats';
import type { Database } from '../storage/database';
import { transaction, relaxedTransaction } from '../storage/transaction';
import { batchNames, gone, requireHead, revisionOf } from './reading';
import { lockedAmong } from './lockedRows';
import { readRows, removeRows, writeRows, type NewRow } from './rows';
import { batchesErrorText } from './batchesErrorText';

/** The write operations of batches. Each function is one transaction; times are ms since 1970. */
export interface BatchStore {
  /** @returns the new batch's ID */
  create(name: string | undefined): string;
  rename(batchId: string, name: string): void;
  /** A batch under an ID that was made elsewhere, removed until its rows are complete and it is restored. */
  beginWith(batch: { readonly batchId: string; readonly name: string; readonly notify: boolean }): void;
  /** A copy of all rows as if none had been sent. @returns the copy's ID */
  duplicate(batchId: string): string;
  archive(batchId: string, archived: boolean): void;
  setNotify(batchId: string, notify: boolean | null): void;
  remove(batchId: string): void;
  restore(batchId: string): void;
  /**
   * A locked row may only change its position.
   * @throws CodedError INVALID_INPUT when one of the rows is locked or there would be too many; then nothing is stored
   */
  setRows(batchId: string, rows: readonly BatchRowInput[], removed: readonly string[]): void;
  /** With `more` it doesn't wait until the rows are on disk: the next call flushes them too. */
  addRows(batchId: string, rows: readonly NewRow[], more: boolean): void;
}

export function createBatchStore(db: Database, now: () => number): BatchStore {
  return {
    create: (name) =>
      transaction(db, () => insert(db, { name: name ?? freeName(batchNames(db)), notify: null }, now())),
    beginWith({ batchId, name, notify }) {
      transaction(db, () => {
        if (db.prepare('SELECT 1 FROM batches WHERE batch_id = ?').get(batchId) !== undefined) return;
        insert(db, { name, notify: stored(notify), batchId }, now());
        // No time at which anybody removes one: this says that it never was complete.
        db.prepare('UPDATE batches SET removed_at = 0 WHERE batch_id = ?').run(batchId);
      });
    },
    rename: (batchId, name) => {
      change(db, batchId, 'name = ?', name, now());
    },
    duplicate: (batchId) =>
      transaction(db, () => {
        const { name, notify } = requireHead(db, batchId);
        const copy = insert(db, { name: `Copy of ${name}`.slice(0, 120), notify: stored(notify) }, now());
        const rows = readRows(db, batchId).map((row) => ({ ...row, rowId: randomUUID() }));
        changeRows(db, copy, { rows, removed: [] }, now());
        return copy;
      }),
    archive: (batchId, archived) => {
      change(db, batchId, 'archived = ?', stored(archived), now());
    },
    setNotify: (batchId, notify) => {
      change(db, batchId, 'notify = ?', stored(notify), now());
    },
    remove: (batchId) => {
      change(db, batchId, 'removed_at = ?', now(), now());
    },
    restore(batchId) {
      transaction(db, () => {
        revisionOf(db, batchId);
        db.prepare('UPDATE batches SET removed_at = NULL WHERE batch_id = ?').run(batchId);
      });
    },
    setRows(batchId, rows, removed) {
      transaction(db, () => {
        const [locked, ...others] = lockedAmong(db, batchId, rows, removed);
        if (locked !== undefined) throw sentAlready(locked, others.length);
        changeRows(db, batchId, { rows, removed }, now());
      });
    },
    addRows(batchId, rows, more) {
      (more ? relaxedTransaction : transaction)(db, () => {
        changeRows(db, batchId, { rows, removed: [] }, now());
      });
    },
  };
}

/** A yes, a no or neither as stored. */
const stored = (answer: boolean | null): 0 | 1 | null => (answer === null ? null : answer ? 1 : 0);

/** @returns the new batch's ID */
function insert(
  db: Database,
  {
    name,
    notify,
    batchId = randomUUID(),
  }: { readonly name: string; readonly notify: 0 | 1 | null; readonly batchId?: string },
  at: number,
): string {
  db.prepare(
    'INSERT INTO batches (batch_id, name, notify, created_at, changed_at) VALUES (?, ?, ?, ?, ?)',
  ).run(batchId, name, notify, at, at);
  return batchId;
}

/** @param sql what to set, with one value */
function change(db: Database, batchId: string, sql: string, value: string | number | null, at: number): void {
  transaction(db, () => {
    const { changes } = db
      .prepare(`UPDATE batches SET ${sql}, changed_at = ? WHERE batch_id = ? AND removed_at IS NULL`)
      .run(value, at, batchId);
    if (changes === 0) throw gone();
  });
}

/** Writes rows and marks the batch's last check as outdated. Also for a removed batch, so that nothing typed is lost. */
function changeRows(
  db: Database,
  batchId: string,
  { rows, removed }: { readonly rows: readonly NewRow[]; readonly removed: readonly string[] },
  at: number,
): void {
  const revision = revisionOf(db, batchId) + 1;
  removeRows(db, batchId, removed);
  writeRows(db, batchId, rows, revision);
  const { count } = db
    .prepare('SELECT count(*) AS count FROM batch_rows WHERE batch_id = ?')
    .get(batchId) as { count: number };
  if (count > maxRows) throw tooMany(count);
  db.prepare('UPDATE batches SET revision = ?, checked_at = NULL, changed_at = ? WHERE batch_id = ?').run(
    revision,
    at,
    batchId,
  );
}

/** “New batch”, or the same with the first free number. */
function freeName(taken: readonly string[]): string {
  const names = new Set(taken);
  const name = (number: number): string => (number === 1 ? 'New batch' : `New batch ${String(number)}`);
  let number = 1;
  while (names.has(name(number))) number += 1;
  return name(number);
}

const sentAlready = (emailAddress: string, others: number): CodedError =>
  new CodedError({
    code: 'INVALID_INPUT',
    message: batchesErrorText.sentAlready(emailAddress, others),
  });

const tooMany = (count: number): CodedError =>
  new CodedError({
    code: 'INVALID_INPUT',
    message: batchesErrorText.tooMany(formatNumber(maxRows), formatNumber(count)),
  });
