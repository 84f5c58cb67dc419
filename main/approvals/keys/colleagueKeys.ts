import type { ColleagueKey } from '../../../shared/domain/approval/colleagueKey';
import type { Signer } from '../../../shared/domain/approval/batchFile';
import { groupBy } from '../../../shared/util/groupBy';
import { CodedError } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import { fingerprint } from './fingerprint';
import { keysErrorText } from './keysErrorText';

type KeyEvent = 'seen' | 'confirmed' | 'named' | 'distrusted';

interface Entry {
  readonly key: string;
  readonly at: number;
  readonly event: KeyEvent;
  readonly name: string;
}

function readEntries(db: Database, key: string | null): Entry[] {
  const rows: unknown = db
    .prepare(
      `SELECT public_key AS "key", at, event, name FROM colleague_keys
       WHERE :key IS NULL OR public_key = :key ORDER BY entry`,
    )
    .all({ key });
  return rows as Entry[];
}

/** All colleagues' keys, in the order in which they were first seen. */
export const listKeys = (db: Database): ColleagueKey[] =>
  [...groupBy(readEntries(db, null), ({ key }) => key).values()].flatMap((entries) => keyOf(entries) ?? []);

/** A colleague's key; null if it was never seen. */
export const findKey = (db: Database, key: string): ColleagueKey | null => keyOf(readEntries(db, key));

function keyOf(entries: readonly Entry[]): ColleagueKey | null {
  const [first] = entries;
  if (first === undefined) return null;
  const named = entries.findLast(({ event, name }) => event !== 'seen' && name !== '');
  const decided = entries.findLast(({ event }) => event === 'confirmed' || event === 'distrusted');
  return {
    key: first.key,
    state: decided === undefined ? 'unconfirmed' : decided.event === 'confirmed' ? 'confirmed' : 'distrusted',
    name: named?.name ?? entries.findLast(({ event }) => event === 'seen')?.name ?? '',
    isNamedHere: named !== undefined,
    phrase: fingerprint(first.key),
    firstSeenAt: first.at,
    decidedAt: decided?.at ?? null,
  };
}

/** Appends what happened to a key. Call it inside a transaction. @param at ms since 1970 */
export function writeKeyEvent(
  db: Database,
  event: KeyEvent,
  { key, name }: Signer | { readonly key: string; readonly name: string },
  at: number,
): void {
  db.prepare('INSERT INTO colleague_keys (entry_id, at, public_key, event, name) VALUES (?, ?, ?, ?, ?)').run(
    newRecordId(at),
    at,
    key,
    event,
    name,
  );
}

/** Records a key that signed a file, unless it is known by this name. Call it inside a transaction. */
export function noteSeen(db: Database, { key, name }: Signer, at: number): void {
  const seen = readEntries(db, key).findLast(({ event }) => event === 'seen');
  if (seen?.name !== name) writeKeyEvent(db, 'seen', { key, name }, at);
}

/** @throws CodedError NOT_FOUND for a key that no file here was signed with */
export function requireKey(db: Database, key: string): ColleagueKey {
  const found = findKey(db, key);
  if (found === null) throw new CodedError({ code: 'NOT_FOUND', message: keysErrorText.unknownKey });
  return found;
}
