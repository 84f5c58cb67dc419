import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DraftFile, FileRow } from '../../../shared/domain/approval/batchFile';
import { maxCellLength } from '../../../shared/domain/batch/batch';
import { CodedError } from '../../../shared/errors';
import { visibleText } from '../../../shared/people/characters';
import type { Database } from '../../storage/database';
import { inTurns, type Stepwise } from '../../storage/stepwise';
import { accountRefKey } from '../../../shared/util/accountKey';
import type { Checked } from '../checking/check';
import { factsAsOf, notifyOf, requireHead } from '../reading';
import { sendableRows, type SendableRow } from '../sending/selectedRows';
import { approvingErrorText } from './approvingErrorText';
import { instancesOf, realmOf } from './batchContent';

/** A draft that nobody signed yet. */
export type UnsignedDraft = Omit<DraftFile['body'], 'drafter'>;

/** Max length of an account's name in a file. */
const maxAccountName = 400;

/**
 * A batch as a file for somebody else to approve: the rows that could be sent now.
 * @param at ms since 1970
 * @throws CodedError NOT_FOUND; INVALID_INPUT when there is nothing to send, or something is to be decided or read first
 */
export async function draftOfBatch(
  db: Database,
  batchId: string,
  checked: Checked,
  at: number,
): Promise<{ readonly draft: UnsignedDraft; readonly leftOut: number }> {
  const { name } = requireHead(db, batchId);
  const notify = notifyOf(db, batchId);
  if (notify === null) throw invalid(approvingErrorText.notifyMissing);
  const snapshotAt = factsAsOf(db, batchId);
  if (snapshotAt === null) throw invalid(approvingErrorText.notRead);
  const sendable = await inTurns(sendableRows(checked));
  const accounts = new Map(sendable.map(({ account }) => [accountRefKey(account), account]));
  const realms = new Set([...accounts.values()].map((account) => realmOf(db, account)));
  const [realm, ...others] = realms;
  if (realm === undefined) throw invalid(approvingErrorText.nothing);
  if (others.length > 0) throw invalid(approvingErrorText.severalRealms);
  await nextTurn();
  const notes = new Map(checked.rows.map(({ rowId, note }) => [rowId, note]));
  await nextTurn();
  const instances = instancesOf(db, batchId);
  const rows = await inTurns(fileRowsOf(sendable, { notes, instances, findings: checked.findings }));
  const batchName = visibleText(name) || approvingErrorText.unnamed;
  const draft = { batchId, batchName, realm, notify, rows, snapshotAt, draftedAt: at };
  return { draft, leftOut: checked.rows.length - rows.length };
}

/** How many rows are made in one step. */
const rowsAStep = 200;

function* fileRowsOf(
  sendable: readonly SendableRow[],
  {
    notes,
    instances,
    findings,
  }: Pick<Checked, 'findings'> & Record<'notes' | 'instances', ReadonlyMap<string, string>>,
): Stepwise<FileRow[]> {
  const rows: FileRow[] = [];
  for (const { rowId, account, accountName, invitee } of sendable) {
    rows.push({
      ...{ rowId, ...invitee, accountId: account.accountId },
      accountName: visibleText(accountName).slice(0, maxAccountName).trim(),
      instances: instances.get(rowId) ?? '',
      note: visibleText(notes.get(rowId) ?? '')
        .slice(0, maxCellLength)
        .trim(),
      warnings: [...new Set(findings.get(rowId)?.map(({ code }) => code) ?? [])],
    });
    if (rows.length % rowsAStep === 0) yield;
  }
  return rows;
}

export const invalid = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
