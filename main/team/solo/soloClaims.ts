import type { AccountKey, JournalRequest } from '../../outbox/journal/append';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import { claimKeyOf, generationFor, needsClaim } from '../sending/localClaims';

/** A change that was made without the store, or whose claim a colleague had settled as not done. */
export interface AfterwardClaim extends AccountKey {
  readonly claimId: string;
  readonly kind: 'create' | 'setRole' | 'removeMember';
  readonly address: string | null;
  readonly userId: string | null;
  /** The generation it would have asked for. */
  readonly known: number;
  readonly role: string;
  readonly invitationId: string | null;
  /** Why it was sent without the team; null: it wasn't. */
  readonly reason: string | null;
  /** ms since 1970. */
  readonly sentAt: number;
}

/** A claim that the store gets afterward. */
const insertSql = `
  INSERT INTO team_claims (claim_id, operation_id, start_id, generation, address, user_id, confirmed, solo)
  VALUES (:claimId, :operationId, '', :generation, :address, :userId, 1, 1)`;

/** How many are reported at once. */
const reportedAtOnce = 200;

/** Records the changes of a call that is sent without the store. Call it in the transaction that marks the call. @param at ms since 1970 */
export function writeSoloClaims(
  db: Database,
  account: AccountKey,
  request: JournalRequest,
  at: number,
): void {
  const insert = db.prepare(insertSql);
  for (const operation of request.operations.filter(needsClaim)) {
    const { keyKind, who } = claimKeyOf(operation);
    const { operationId, userId } = operation;
    insert.run({
      ...{ claimId: newRecordId(at), operationId, userId },
      generation: generationFor(db, account, operation),
      address: keyKind === 'address' ? who : null,
    });
  }
}

/** What this folder found to be done after a colleague had settled its claim as not done: the store takes it afterward. */
export function noteLate(db: Database, at: number): void {
  const late = db
    .prepare(
      `SELECT team_claims.operation_id AS operationId, generation, address, team_claims.user_id AS userId
       FROM team_settlements JOIN team_claims USING (claim_id)
         JOIN operations ON operations.operation_id = team_claims.operation_id
       WHERE is_own = 1 AND team_settlements.state = 'failed' AND operations.status = 'done'
         AND NOT EXISTS (SELECT 1 FROM team_claims AS later WHERE later.operation_id = operations.operation_id AND later.solo = 1)`,
    )
    .all() as unknown as Pick<AfterwardClaim, 'address' | 'userId'>[];
  const insert = db.prepare(insertSql);
  for (const each of late) insert.run({ ...each, claimId: newRecordId(at) });
}

/** What wasn't done after all isn't reported to the store. */
export function dropUndone(db: Database): void {
  db.exec(
    `UPDATE team_claims SET reported = iif(given_back = 1, 'released', 'failed')
     WHERE solo = 1 AND reported IS NULL AND (given_back = 1
       OR operation_id IN (SELECT operation_id FROM operations WHERE status = 'failed'))`,
  );
}

/** Changes made without the store that it doesn't know of, the oldest first; at most 200. */
export function unreportedSolo(db: Database): AfterwardClaim[] {
  const rows: unknown = db
    .prepare(
      `SELECT claim_id AS claimId, operations.realm, operations.account_id AS accountId, kind, address,
         team_claims.user_id AS userId, generation AS known, role, operations.invitation_id AS invitationId,
         solo_reason AS reason, coalesce(requests.sent_at, operations.created_at) AS sentAt
       FROM team_claims JOIN operations USING (operation_id) JOIN requests USING (request_id)
       WHERE solo = 1 AND reported IS NULL AND given_back = 0 AND status = 'done'
       ORDER BY claim_id LIMIT ?`,
    )
    .all(reportedAtOnce);
  return rows as AfterwardClaim[];
}

/** The store has it, under this generation. Call it inside a transaction. */
export function writeSoloReported(
  db: Database,
  stored: readonly { readonly claimId: string; readonly generation: number }[],
): void {
  const update = db.prepare(`UPDATE team_claims SET reported = 'done', generation = ? WHERE claim_id = ?`);
  for (const { claimId, generation } of stored) update.run(generation, claimId);
}
