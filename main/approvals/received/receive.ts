import type { BatchFile } from '../../../shared/domain/approval/batchFile';
import { CodedError } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import { inTurns } from '../../storage/stepwise';
import { transaction } from '../../storage/transaction';
import { signerOf } from '../file/batchFile';
import { headOf, piecesOf } from '../file/filePieces';
import { findKey, noteSeen } from '../keys/colleagueKeys';
import { receivedErrorText } from './receivedErrorText';
import { draftOf, type Trust } from './receivedFiles';
import { removeUnfinished, writeRows } from './receivedRows';

interface Arrival {
  /** Every key of this installation. */
  readonly ownKeys: () => ReadonlySet<string>;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Records files one after another; each once: a second arrival changes nothing. */
export interface Receiver {
  /**
   * Records a file that was read, in slices; whether its keys count is judged in the transaction in which it arrives.
   * @returns its ID here
   * @throws CodedError INVALID_INPUT for a file that arrives signed by a distrusted key, whatever time it says
   */
  receive(file: BatchFile): Promise<string>;
}

export function createReceiver(db: Database, arrival: Arrival): Receiver {
  let before: Promise<unknown> = Promise.resolve();
  return {
    async receive(file) {
      const own = before.then(() => receive(db, file, arrival));
      before = own.catch(() => undefined);
      return own;
    },
  };
}

async function receive(db: Database, file: BatchFile, { ownKeys, now }: Arrival): Promise<string> {
  const known = idOfSignature(db, file.signature);
  if (known !== null) return known;
  requireTrusted(db, file);
  const fileId = newRecordId(now());
  await inTurns(removeUnfinished(db));
  await inTurns(writeRows(db, fileId, [...piecesOf(file)]));
  transaction(db, () => {
    // Somebody may have distrusted a key meanwhile.
    requireTrusted(db, file);
    writeFile(db, file, { fileId, ownKeys: ownKeys(), at: now() });
  });
  return fileId;
}

function writeFile(
  db: Database,
  file: BatchFile,
  {
    fileId,
    ownKeys,
    at,
  }: { readonly fileId: string; readonly ownKeys: ReadonlySet<string>; readonly at: number },
): void {
  const signer = signerOf(file);
  const trust: Trust = ownKeys.has(signer.key)
    ? 'own'
    : findKey(db, signer.key)?.state === 'confirmed'
      ? 'confirmed'
      : 'unconfirmed';
  for (const each of file.kind === 'draft' ? [signer] : [file.body.draft.body.drafter, signer]) {
    if (!ownKeys.has(each.key)) noteSeen(db, each, at);
  }
  db.prepare(
    `INSERT INTO received_files (file_id, received_at, kind, batch_id, signer_key, trust, signature, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...([fileId, at, file.kind, draftOf(file).body.batchId, signer.key, trust, file.signature] as const),
    JSON.stringify(headOf(file)),
  );
}

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
