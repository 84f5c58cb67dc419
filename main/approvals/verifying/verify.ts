import { needsApproval, stricterFor, type ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import type { BatchApproval } from '../../../shared/domain/approval/approvalStatus';
import type { Signer } from '../../../shared/domain/approval/batchFile';
import { CodedError } from '../../../shared/errors';
import type { Database } from '../../storage/database';
import type { Content } from '../file/content';
import { findKey } from '../keys/colleagueKeys';
import { currentRule, lastLoosening } from '../rules/approvalRules';
import { isUsed, writeSend, type UsedApproval } from './batchSends';
import type { HeldApproval } from './coverage';
import { judgeApproval, type Circumstances } from './judgeApproval';
import { refusalText } from './verifyingErrorText';

/** Who sends, and which approvals of the batch have arrived: whatever takes time to read. */
export interface Preparation extends Pick<Circumstances, 'senderKey' | 'ownKeys'> {
  readonly batchId: string;
  /** Decisions to approve, the latest arrival first. */
  readonly approvals: readonly HeldApproval[];
  /** The name in Settings. */
  readonly ownName: string;
}

/** What would be sent. */
export interface Sending {
  /** Null if its rows are in accounts of several realms, which no approval covers. */
  readonly content: Omit<Content, 'rows'> | null;
  /** See `uncoveredRows`. Rows can't change between that and sending: see `stillHolds` of the run. */
  readonly uncovered: ReadonlyMap<string, readonly string[]>;
  readonly total: number;
  readonly admins: number;
  /** Where it goes. */
  readonly accounts: readonly AccountPlace[];
}

/** An account, whichever connection reaches it. */
export interface AccountPlace {
  readonly realm: string;
  readonly accountId: string;
}

/**
 * The rule of a team, if it holds for one of these accounts; null otherwise.
 * @param isSending whether something is about to be sent by it
 * @throws CodedError TEAM_OUTDATED if it is to be sent by rules that this program can't read
 */
export type TeamRuleOf = (accounts: readonly AccountPlace[], isSending: boolean) => ApprovalRule | null;

/** The rule that counts for what would be sent: the person's own and the team's, whichever is stricter. */
export function ruleFor(
  db: Database,
  sending: Sending,
  teamRuleOf: (accounts: readonly AccountPlace[]) => ApprovalRule | null,
): ApprovalRule {
  const own = currentRule(db);
  const team = teamRuleOf(sending.accounts);
  return team === null ? own : stricterFor(sending, own, team);
}

/** Each approval of a batch held against what would be sent now, the latest arrival first. */
export function judged(
  db: Database,
  { approvals, ownName, ...who }: Preparation,
  { content, uncovered }: Sending,
  { rule, now }: { readonly rule: ApprovalRule; readonly now: number },
): BatchApproval[] {
  if (content === null) return [];
  return approvals.map(({ received, lines }) => {
    const { approvalId, draft, approver, sender, decidedAt, comment } = received.file.body;
    // Nothing compared: nothing counts.
    const uncoveredRowIds = [...(uncovered.get(received.fileId) ?? lines.keys())];
    const nameOf = (signer: Signer): string =>
      who.ownKeys.has(signer.key) ? ownName : knownName(db, signer);
    return {
      ...{
        approvalId,
        fileId: received.fileId,
        receivedAt: received.receivedAt,
        approvedAt: decidedAt,
        comment,
      },
      drafter: nameOf(draft.body.drafter),
      approver: nameOf(approver),
      sender: nameOf(sender),
      faults: judgeApproval(received, {
        ...{ ...who, content, uncoveredRowIds, rule, now },
        isUsed: isUsed(db, approvalId),
      }),
      uncoveredRowIds,
    };
  });
}

/** A colleague by the name given here, and otherwise by the one they gave themselves. */
export const knownName = (db: Database, { key, name }: Signer): string => {
  const known = findKey(db, key);
  return known?.isNamedHere === true ? known.name : name;
};

/** Whether anything depends on what would be sent: no rule needs an approval, and none has arrived, for most batches. */
export const matters = (
  rules: readonly ApprovalRule[],
  { approvals }: Pick<Preparation, 'approvals'>,
): boolean => rules.some(({ needed }) => needed !== 'never') || approvals.length > 0;

/**
 * Verifies that what goes live may, and records under which rule and approval it went. Call it inside the transaction that begins
 * the run.
 * @throws CodedError as `teamRuleOf`; NOT_APPROVED when the rule needs an approval and none counts; then nothing may be written
 */
export function admit(
  db: Database,
  preparation: Preparation,
  sending: Sending,
  {
    runId,
    now,
    teamRuleOf,
  }: { readonly runId: number; readonly now: number; readonly teamRuleOf: TeamRuleOf },
): void {
  const rule = ruleFor(db, sending, (accounts) => teamRuleOf(accounts, true));
  const approvals = judged(db, preparation, sending, { rule, now });
  const valid = approvals.find(({ faults }) => faults.length === 0);
  if (valid === undefined && needsApproval(rule, sending)) {
    throw notApproved(rule, sending.content === null ? null : approvals);
  }
  const { batchId, ownName: sender } = preparation;
  const approval = valid === undefined ? null : usedApproval(preparation, valid);
  writeSend(db, { runId, batchId, at: now, rule, loosened: lastLoosening(db), approval, sender });
}

function usedApproval({ approvals }: Preparation, valid: BatchApproval): UsedApproval {
  const { approvalId, approvedAt, drafter, approver } = valid;
  const held = approvals.find(({ received }) => received.fileId === valid.fileId);
  const uncheckedAccountIds = held?.received.file.body.uncheckedAccountIds ?? [];
  return { approvalId, approvedAt, drafter, approver, uncheckedAccountIds };
}

/** @param approvals null: the rows are in several realms */
const notApproved = (rule: ApprovalRule, approvals: readonly BatchApproval[] | null): CodedError =>
  new CodedError({ code: 'NOT_APPROVED', message: refusalText(rule, approvals) });
