import { approvalRule, type ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import type { BatchSend } from '../../../shared/domain/approval/approvalStatus';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';
import type { Loosening } from '../rules/approvalRules';

/** The approval under which a run goes, with names as they are known here. */
export interface UsedApproval {
  readonly approvalId: string;
  readonly approvedAt: number;
  readonly drafter: string;
  readonly approver: string;
  readonly uncheckedAccountIds: readonly string[];
}

export interface NewSend {
  readonly runId: number;
  readonly batchId: string;
  /** ms since 1970. */
  readonly at: number;
  readonly rule: ApprovalRule;
  readonly loosened: Loosening | null;
  readonly approval: UsedApproval | null;
  readonly sender: string;
}

/** Whether a run went under an approval. */
export const isUsed = (db: Database, approvalId: string): boolean =>
  db.prepare('SELECT 1 FROM batch_sends WHERE approval_id = ?').get(approvalId) !== undefined;

/** Appends a send. Call it inside the transaction that begins its run. @throws when the approval was used before */
export function writeSend(
  db: Database,
  { runId, batchId, at, rule, loosened, approval, sender }: NewSend,
): void {
  db.prepare(
    `INSERT INTO batch_sends (send_id, run_id, batch_id, sent_at, rule, loosened_at, loosened_by, approval_id, approved_at,
       drafter, approver, sender, unchecked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...([newRecordId(at), runId, batchId, at, JSON.stringify(rule)] as const),
    ...([loosened?.at ?? null, loosened?.by ?? ''] as const),
    ...([approval?.approvalId ?? null, approval?.approvedAt ?? null] as const),
    ...([approval?.drafter ?? '', approval?.approver ?? '', sender] as const),
    JSON.stringify(approval?.uncheckedAccountIds ?? []),
  );
}

/** Under which rule and approval the runs of a batch went, the oldest first. */
export function sendsOf(db: Database, batchId: string): BatchSend[] {
  const rows = db
    .prepare(
      `SELECT run_id AS runId, sent_at AS sentAt, rule, loosened_at AS loosenedAt, loosened_by AS loosenedBy,
         approved_at AS approvedAt, drafter, approver, sender, unchecked
       FROM batch_sends WHERE batch_id = ? ORDER BY number`,
    )
    .all(batchId) as unknown as SendRow[];
  return rows.map(({ rule, loosenedAt, loosenedBy, unchecked, ...row }) => ({
    ...row,
    rule: approvalRule.parse(JSON.parse(rule)),
    loosened: loosenedAt === null ? null : { at: loosenedAt, by: loosenedBy },
    uncheckedAccountIds: JSON.parse(unchecked) as string[],
  }));
}

interface SendRow extends Omit<BatchSend, 'rule' | 'loosened' | 'uncheckedAccountIds'> {
  readonly rule: string;
  readonly loosenedAt: number | null;
  readonly loosenedBy: string;
  readonly unchecked: string;
}
