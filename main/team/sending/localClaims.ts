import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { AccountKey, JournalOperation } from '../../outbox/journal/append';
import { growFactsStamp } from '../../access/factsStamp';
import type { Database } from '../../storage/database';

/** Whom a claim is about: the store compares kind of key and key. */
export interface ClaimKey {
  readonly keyKind: 'address' | 'userId';
  readonly who: string;
}

/** A claim of this start on the person of one operation. */
export interface OwnClaim {
  readonly claimId: string;
  readonly generation: number;
}

/** What the store is to be reported about a claim. */
export interface Unreported {
  readonly claimId: string;
  readonly state: 'inDoubt' | 'done' | 'failed' | 'released';
  readonly invitationId: string | null;
}

/** A change that was made under a claim, as the store says. */
export interface TeamChange extends AccountKey {
  readonly claimId: string;
  readonly kind: 'create' | 'setRole' | 'removeMember';
  readonly who: string;
  readonly generation: number;
  readonly role: string | null;
  readonly invitationId: string | null;
  readonly colleague: string;
  /** ms since 1970, by the store's clock. */
  readonly settledAt: number;
}

/** The kinds of changes that need a claim: only what could be done twice. */
export const needsClaim = ({ kind }: Pick<JournalOperation, 'kind'>): boolean =>
  kind === 'create' || kind === 'setRole' || kind === 'removeMember';

export function claimKeyOf({ kind, emailAddress, userId }: JournalOperation): ClaimKey {
  if (kind === 'create') return { keyKind: 'address', who: mailboxKey(emailAddress) };
  if (userId === null) throw new Error('A change of a member names no member.');
  return { keyKind: 'userId', who: userId };
}

/**
 * The generation a create asks for: one more than the invitations of this person that the person who agreed to it knew to be done. These
 * are this folder's own, and a colleague's that Amazon's list has shown here or that a refusal named before the retry.
 */
export function generationFor(
  db: Database,
  { realm, accountId }: AccountKey,
  operation: JournalOperation,
): number {
  if (operation.kind !== 'create') return 1;
  const { operationId, emailAddress } = operation;
  const { known } = db
    .prepare(
      `SELECT max(
         coalesce((SELECT max(generation) FROM team_changes AS change
           WHERE realm = :realm AND account_id = :accountId AND address = :address AND kind = 'create'
             AND number <= (SELECT known_changes FROM operations WHERE operation_id = :operationId)
             AND (EXISTS (SELECT 1 FROM operations AS own JOIN operations AS refused ON refused.operation_id = own.replaces
                 WHERE own.operation_id = :operationId AND refused.error ->> 'code' = 'ALREADY_INVITED')
               OR EXISTS (SELECT 1 FROM invitations WHERE realm = :realm AND account_id = :accountId
                 AND invitation_id = change.invitation_id))), 0),
         coalesce((SELECT max(generation) FROM team_claims JOIN operations USING (operation_id)
           WHERE address = :address AND realm = :realm AND account_id = :accountId AND status = 'done'
             AND operation_id < :operationId), 0)) AS known`,
    )
    .get({ realm, accountId, operationId, address: mailboxKey(emailAddress) }) as { readonly known: number };
  return known + 1;
}

/** The invitation that a create's own run revoked before it, as a change of role does; null without one. */
export function revokedBefore(db: Database, { afterOperation }: JournalOperation): string | null {
  if (afterOperation === null) return null;
  const { invitationId } = db
    .prepare('SELECT invitation_id AS invitationId FROM operations WHERE operation_id = ?')
    .get(afterOperation) as { readonly invitationId: string | null };
  return invitationId;
}

/** Records under which claims operations are sent. Call it inside the transaction that marks them. */
export function writeClaims(
  db: Database,
  startId: string,
  claims: readonly (OwnClaim & { readonly operation: JournalOperation })[],
): void {
  const insert = db.prepare(
    `INSERT INTO team_claims (claim_id, operation_id, start_id, generation, address, user_id)
     VALUES (:claimId, :operationId, :startId, :generation, :address, :userId)
     ON CONFLICT (claim_id) DO UPDATE SET given_back = 0, confirmed = 0`,
  );
  for (const { claimId, generation, operation } of claims) {
    const { keyKind, who } = claimKeyOf(operation);
    const { operationId } = operation;
    const address = keyKind === 'address' ? who : null;
    insert.run({ claimId, operationId, startId, generation, address, userId: operation.userId });
  }
}

/** Records that the store let what was claimed be sent. Call it inside a transaction, before the call. */
export function writeConfirmed(db: Database, claimIds: readonly string[]): void {
  db.prepare('UPDATE team_claims SET confirmed = 1 WHERE claim_id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(claimIds),
  );
}

/** The claims of a marked call, if it certainly never left: none of them was confirmed. Empty otherwise. */
export function unconfirmedClaims(db: Database, requestId: number): string[] {
  const claims = db
    .prepare(
      `SELECT claim_id AS claimId, confirmed FROM team_claims JOIN operations USING (operation_id)
       WHERE request_id = ? AND given_back = 0`,
    )
    .all(requestId) as { readonly claimId: string; readonly confirmed: number }[];
  return claims.some(({ confirmed }) => confirmed === 1) ? [] : claims.map(({ claimId }) => claimId);
}

/** The claims under which a call is marked as being sent. */
export const claimsToGiveBack = (db: Database, requestId: number): string[] =>
  (
    db
      .prepare(
        `SELECT claim_id AS claimId FROM team_claims JOIN operations USING (operation_id)
         WHERE request_id = ? AND given_back = 0`,
      )
      .all(requestId) as { readonly claimId: string }[]
  ).map(({ claimId }) => claimId);

/** What certainly wasn't sent gives its claims back. Call it inside the transaction that puts it back. */
export function writeGivenBack(db: Database, claimIds: readonly string[]): void {
  db.prepare('UPDATE team_claims SET given_back = 1 WHERE claim_id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(claimIds),
  );
}

/** How many claims are reported at once. */
const reportedAtOnce = 200;

/** What became known of claims since the last report, the oldest first; at most 200. */
export function unreportedClaims(db: Database): Unreported[] {
  const rows: unknown = db
    .prepare(
      `SELECT claimId, state, invitationId FROM (
         SELECT claim_id AS claimId, reported, invitation_id AS invitationId,
           CASE WHEN given_back = 1 THEN 'released' WHEN status IN ('done', 'failed', 'inDoubt') THEN status END AS state
         FROM team_claims JOIN operations USING (operation_id) WHERE solo = 0 AND (reported IS NULL OR reported = 'inDoubt'))
       WHERE state IS NOT NULL AND state IS NOT reported ORDER BY claimId LIMIT ?`,
    )
    .all(reportedAtOnce);
  return rows as Unreported[];
}

/** The store knows it. Call it inside a transaction. */
export function writeReported(db: Database, reported: readonly Unreported[]): void {
  const update = db.prepare('UPDATE team_claims SET reported = ? WHERE claim_id = ?');
  for (const { claimId, state } of reported) update.run(state, claimId);
}

/** The claims of this folder whose change is in doubt here, and of which it isn't known that a colleague settled them; at most 200. */
export const claimsInDoubt = (db: Database): string[] =>
  (
    db
      .prepare(
        `SELECT claim_id AS claimId FROM team_claims JOIN operations USING (operation_id)
         WHERE (reported IS NULL OR reported = 'inDoubt') AND status = 'inDoubt' AND given_back = 0 AND solo = 0
           AND claim_id NOT IN (SELECT claim_id FROM team_settlements)
         ORDER BY claim_id LIMIT ?`,
      )
      .all(reportedAtOnce) as { readonly claimId: string }[]
  ).map(({ claimId }) => claimId);

/**
 * Takes up what was changed under claims; what is known already stays. Call it inside a transaction.
 * @returns whether any of it was new
 */
export function writeChanges(db: Database, changes: readonly TeamChange[]): boolean {
  const insert = db.prepare(
    `INSERT INTO team_changes (claim_id, realm, account_id, kind, address, user_id, generation, role, invitation_id,
       colleague, settled_at)
     VALUES (:claimId, :realm, :accountId, :kind, :address, :userId, :generation, :role, :invitationId, :colleague, :settledAt)
     ON CONFLICT (claim_id) DO NOTHING`,
  );
  let isNew = false;
  for (const { who, ...change } of changes) {
    const isCreate = change.kind === 'create';
    const { changes: added } = insert.run({
      ...change,
      address: isCreate ? who : null,
      userId: isCreate ? null : who,
    });
    if (added === 0) continue;
    isNew = true;
    // Whatever is being agreed to in this account meanwhile is drafted again.
    growFactsStamp(db, change);
  }
  return isNew;
}
