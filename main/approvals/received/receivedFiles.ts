import type { AnswerFile, BatchFile, DraftFile } from '../../../shared/domain/approval/batchFile';
import { batchFile } from '../../../shared/domain/approval/batchFile';
import { CodedError } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import { transaction } from '../../storage/transaction';
import { canonicalBytes } from '../file/canonical';
import { signerOf } from '../file/batchFile';
import { findKey, noteSeen } from '../keys/colleagueKeys';
import { receivedErrorText } from './receivedErrorText';

/**
 * How much the key that signed a file counted when the file arrived: a key that is confirmed afterward makes nothing valid that
 * came with it, and one that is distrusted afterward takes nothing back.
 */
export type Trust = 'own' | 'confirmed' | 'unconfirmed';

/** A file as it arrived. */
export interface ReceivedFile<File extends BatchFile = BatchFile> {
  readonly fileId: string;
  /** By this computer's clock, ms since 1970. */
  readonly receivedAt: number;
  readonly trust: Trust;
  readonly file: File;
}

interface ReceivedRow {
  readonly fileId: string;
  readonly receivedAt: number;
  readonly trust: Trust;
  readonly body: string;
}

const columns = 'file_id AS fileId, received_at AS receivedAt, trust, body';

/**
 * Records a file that was read, once: a second arrival changes nothing.
 * @param ownKeys every key of this installation
 * @param at ms since 1970
 * @returns its ID here
 * @throws CodedError INVALID_INPUT for a file that arrives signed by a distrusted key, whatever time it says
 */
export function receive(
  db: Database,
  file: BatchFile,
  { ownKeys, at }: { readonly ownKeys: ReadonlySet<string>; readonly at: number },
): string {
  const known = idOfSignature(db, file.signature);
  if (known !== null) return known;
  requireTrusted(db, file);
  return transaction(db, () => {
    const signer = signerOf(file);
    const trust: Trust = ownKeys.has(signer.key)
      ? 'own'
      : findKey(db, signer.key)?.state === 'confirmed'
        ? 'confirmed'
        : 'unconfirmed';
    for (const each of file.kind === 'draft' ? [signer] : [file.body.draft.body.drafter, signer]) {
      if (!ownKeys.has(each.key)) noteSeen(db, each, at);
    }
    const fileId = newRecordId(at);
    db.prepare(
      `INSERT INTO received_files (file_id, received_at, kind, batch_id, signer_key, trust, signature, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...([fileId, at, file.kind, draftOf(file).body.batchId, signer.key, trust, file.signature] as const),
      canonicalBytes(file).toString('utf8'),
    );
    if (file.kind === 'answer') writeRowComments(db, fileId, file, at);
    return fileId;
  });
}

/** The draft that a file is, or answers. */
export const draftOf = (file: BatchFile): DraftFile => (file.kind === 'draft' ? file : file.body.draft);

/** @throws CodedError NOT_FOUND */
export function requireReceived(db: Database, fileId: string): ReceivedFile {
  const file = findReceived(db, fileId);
  if (file === null) throw new CodedError({ code: 'NOT_FOUND', message: receivedErrorText.gone });
  return file;
}

/** The same; null if there is no such file. */
export function findReceived(db: Database, fileId: string): ReceivedFile | null {
  const row = db.prepare(`SELECT ${columns} FROM received_files WHERE file_id = ?`).get(fileId) as
    ReceivedRow | undefined;
  const [file] = row === undefined ? [] : filesOf([row]);
  return file ?? null;
}

/** The answers about a batch, the latest arrival first. */
export function answersAbout(db: Database, batchId: string): ReceivedFile<AnswerFile>[] {
  const rows = db
    .prepare(
      `SELECT ${columns} FROM received_files WHERE batch_id = ? AND kind = 'answer' ORDER BY number DESC`,
    )
    .all(batchId) as unknown as ReceivedRow[];
  return filesOf(rows).flatMap(({ file, ...rest }) => (file.kind === 'answer' ? [{ ...rest, file }] : []));
}

/** Erasing a person changes what a file says about them, so a file that no longer has its form is as good as none. */
const filesOf = (rows: readonly ReceivedRow[]): ReceivedFile[] =>
  rows.flatMap(({ body, ...row }) => {
    const { data } = batchFile.safeParse(JSON.parse(body));
    return data === undefined ? [] : [{ ...row, file: data }];
  });

function idOfSignature(db: Database, signature: string): string | null {
  const row = db
    .prepare('SELECT file_id AS fileId FROM received_files WHERE signature = ?')
    .get(signature) as { readonly fileId: string } | undefined;
  return row?.fileId ?? null;
}

/** A draft by a distrusted key is refused in an answer too, unless the draft itself had arrived before. */
function requireTrusted(db: Database, file: BatchFile): void {
  const draft = draftOf(file);
  const isDistrusted = (key: string): boolean => findKey(db, key)?.state === 'distrusted';
  const drafter = signerOf(draft);
  const refused =
    file.kind === 'answer' && isDistrusted(signerOf(file).key)
      ? signerOf(file)
      : isDistrusted(drafter.key) && idOfSignature(db, draft.signature) === null
        ? drafter
        : null;
  if (refused === null) return;
  const name = findKey(db, refused.key)?.name ?? refused.name;
  throw new CodedError({ code: 'INVALID_INPUT', message: receivedErrorText.distrusted(name) });
}

function writeRowComments(db: Database, fileId: string, { body }: AnswerFile, at: number): void {
  const insert = db.prepare(
    'INSERT INTO row_comments (comment_id, file_id, batch_id, row_id, removed, note) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const notes = new Map(body.rowComments.map(({ rowId, text }) => [rowId, text]));
  const removed = new Set(body.removedRowIds);
  for (const rowId of new Set([...removed, ...notes.keys()])) {
    insert.run(
      ...([newRecordId(at), fileId, body.draft.body.batchId, rowId] as const),
      removed.has(rowId) ? 1 : 0,
      notes.get(rowId) ?? '',
    );
  }
}
