import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';

/** A claim that somebody else settled than who made it. */
export interface TeamSettlement {
  readonly claimId: string;
  /** What the claim barred, or was made for. */
  readonly operationId: number;
  /** It is this folder's claim, and a colleague settled it. */
  readonly isOwn: boolean;
  /** The other person's name. */
  readonly colleague: string;
  readonly state: 'done' | 'failed';
  readonly invitationId: string | null;
  /** ms since 1970. */
  readonly at: number;
}

/** Records it once. Call it inside a transaction. @returns whether it is new */
export function writeSettlement(db: Database, { isOwn, ...settlement }: TeamSettlement): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO team_settlements (settlement_id, claim_id, operation_id, is_own, colleague, state, invitation_id, at)
       VALUES (:settlementId, :claimId, :operationId, :isOwn, :colleague, :state, :invitationId, :at)
       ON CONFLICT (claim_id) DO NOTHING`,
    )
    .run({ ...settlement, isOwn: Number(isOwn), settlementId: newRecordId(settlement.at) });
  return changes > 0;
}
