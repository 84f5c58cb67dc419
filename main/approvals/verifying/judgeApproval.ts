import type { AnswerFile } from '../../../shared/domain/approval/batchFile';
import type { ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import type { ApprovalFault } from '../../../shared/domain/approval/approvalStatus';
import type { Content } from '../file/content';
import type { ReceivedFile } from '../received/receivedFiles';

/** What an approval is held against. */
export interface Circumstances {
  /** What would be sent. */
  readonly content: Omit<Content, 'rows'>;
  /** Its rows that aren't approved byte by byte; see `uncoveredRows`. */
  readonly uncoveredRowIds: readonly string[];
  readonly rule: ApprovalRule;
  /** The key with which this installation may send; null if it has none. */
  readonly senderKey: string | null;
  /** Every key of this installation. */
  readonly ownKeys: ReadonlySet<string>;
  readonly isUsed: boolean;
  /** ms since 1970. */
  readonly now: number;
}

const dayMs = 86_400_000;

/** How far two computers' clocks may be apart, in ms. */
const clocksApartMs = 3_600_000;

/** Why an approval doesn't count for what would be sent; empty: it counts. */
export function judgeApproval(
  { file, trust, receivedAt }: ReceivedFile<AnswerFile>,
  { content, uncoveredRowIds, rule, senderKey, ownKeys, isUsed, now }: Circumstances,
): ApprovalFault[] {
  const { approver, sender, draft, decidedAt } = file.body;
  const involved = new Set([...ownKeys, draft.body.drafter.key, sender.key]);
  const [oldestApproval, oldestSnapshot] = [now - rule.approvalDays * dayMs, now - rule.snapshotDays * dayMs];
  const faults: Record<ApprovalFault, boolean> = {
    unconfirmedKey: trust === 'unconfirmed',
    sameKey: trust === 'own' || involved.has(approver.key),
    otherSender: sender.key !== senderKey,
    otherRealm: draft.body.realm !== content.realm,
    used: isUsed,
    // Whichever is earlier: what a file says about itself can only make it older.
    tooOld: Math.min(decidedAt, receivedAt) < oldestApproval,
    inFuture: decidedAt > now + clocksApartMs,
    oldSnapshot: Math.min(draft.body.snapshotAt, receivedAt) < oldestSnapshot,
    changed: draft.body.batchId !== content.batchId || uncoveredRowIds.length > 0,
    otherNotify: draft.body.notify !== content.notify,
  };
  return (Object.keys(faults) as ApprovalFault[]).filter((fault) => faults[fault]);
}
