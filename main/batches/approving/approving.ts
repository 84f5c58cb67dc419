import { readFile } from 'node:fs/promises';
import type { Topic } from '../../../shared/bridge/channels';
import { needsApproval, type ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import type {
  ApprovalOfBatch,
  BatchReview,
  ReviewDecision,
} from '../../../shared/domain/approval/batchReview';
import { batchFileEnding } from '../../../shared/domain/approval/batchFile';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import type { Approvals } from '../../approvals/approvals';
import { readBatchFile, signAnswer, signDraft, writeBatchFile } from '../../approvals/file/batchFile';
import { matters, type Preparation } from '../../approvals/verifying/verify';
import { saveFile } from '../../files/saveFile';
import type { Database } from '../../storage/database';
import { inTurns } from '../../storage/stepwise';
import type { Checked } from '../checking/check';
import { nameInFile } from '../nameInFile';
import { notifyOf, requireHead, requireListed } from '../reading';
import { groupsOf } from '../sending/inviteeGroups';
import { sendableRows } from '../sending/selectedRows';
import { createBatchStore } from '../store';
import { answerTo } from './answerFile';
import { sendingOf } from './batchContent';
import { draftOfBatch } from './draftFile';
import { returnedOf } from './rowComments';
import { reviewOf } from './reviewFile';
import { isHere, takeBatch } from './takeBatch';

export interface ApprovingDeps {
  readonly db: Database;
  readonly approvals: Approvals;
  readonly houseRules: () => HouseRules;
  /** Checks all rows of a batch against the stored data. */
  readonly check: (batchId: string) => Promise<Checked>;
  /** ms since 1970. */
  readonly now: () => number;
  readonly changed: (topic: Topic) => void;
}

/** Asks a person where a file goes; null: they canceled. */
export type WhereTo = (fileName: string) => Promise<string | null>;

/** Batches as signed files: asking for an approval, giving one, and taking it back. */
export interface Approving {
  /** Writes a batch for somebody else to approve. @returns null if the person canceled */
  exportDraft(
    batchId: string,
    whereTo: WhereTo,
  ): Promise<{ readonly rows: number; readonly leftOut: number } | null>;
  /** Reads a file. @returns its ID here @throws CodedError INVALID_INPUT, NOT_FOUND with the reason */
  open(path: string): Promise<string>;
  /** @throws CodedError NOT_FOUND */
  review(fileId: string): Promise<BatchReview>;
  /** Signs a decision and writes it. @returns null if the person canceled @throws see `answerTo` */
  answer(decision: ReviewDecision, whereTo: WhereTo): Promise<{ readonly fileId: string } | null>;
  /** See `takeBatch`. */
  take(fileId: string): string;
  ofBatch(batchId: string): Promise<ApprovalOfBatch>;
}

export function createApproving(deps: ApprovingDeps): Approving {
  const { db, approvals, check, now, changed } = deps;
  const store = createBatchStore(db, now);
  const reviewDeps = { ...deps, isHere: (batchId: string) => isHere(db, batchId) };
  return {
    async exportDraft(batchId, whereTo) {
      requireListed(db, batchId);
      const { key, name, sign } = await approvals.own();
      const { draft, leftOut } = await draftOfBatch(db, batchId, await check(batchId), now());
      const file = signDraft({ ...draft, drafter: { name, key } }, sign);
      const bytes = writeBatchFile(file);
      const path = await whereTo(fileName(draft.batchName, 'for approval'));
      if (path === null) return null;
      await saveFile(path, [bytes]);
      approvals.receive(file);
      changed('batches.changed');
      return { rows: draft.rows.length, leftOut };
    },
    async open(path) {
      const fileId = approvals.receive(readBatchFile(await readFile(path)));
      changed('batches.changed');
      return fileId;
    },
    review: (fileId) => reviewOf(reviewDeps, approvals.received(fileId)),
    async answer(decision, whereTo) {
      const received = approvals.received(decision.fileId);
      const body = answerTo(deps, received, decision);
      const { key, name, sign } = await approvals.own();
      const file = signAnswer({ ...body, approver: { name, key } }, sign);
      const bytes = writeBatchFile(file);
      const path = await whereTo(fileName(body.draft.body.batchName, decision.decision));
      if (path === null) return null;
      await saveFile(path, [bytes]);
      return { fileId: approvals.receive(file) };
    },
    take(fileId) {
      const batchId = takeBatch({ db, approvals, store }, approvals.received(fileId));
      changed('batches.changed');
      return batchId;
    },
    ofBatch: (batchId) => statusOf(deps, batchId),
  };
}

async function statusOf(deps: ApprovingDeps, batchId: string): Promise<ApprovalOfBatch> {
  const { db, approvals } = deps;
  requireHead(db, batchId);
  const { rule, loosened } = approvals.rule();
  const preparation = await approvals.prepare(batchId);
  return {
    ...{ rule, loosened },
    // Checking a long batch takes time, and nothing depends on it for most.
    ...(matters(rule, preparation)
      ? await heldAgainst(deps, preparation, rule)
      : { needed: false, approvals: [] }),
    returned: returnedOf(db, batchId),
    sends: approvals.sendsOf(batchId),
  };
}

/** The approvals of a batch against everything that can be sent of it now. */
async function heldAgainst(
  { db, approvals, check }: ApprovingDeps,
  preparation: Preparation,
  rule: ApprovalRule,
): Promise<Pick<ApprovalOfBatch, 'needed' | 'approvals'>> {
  const { batchId } = preparation;
  const groups = await inTurns(groupsOf(await inTurns(sendableRows(await check(batchId)))));
  const sending = sendingOf(db, batchId, { groups, notify: notifyOf(db, batchId) ?? false });
  return {
    needed: sending.total > 0 && needsApproval(rule, sending),
    approvals: sending.content === null ? [] : approvals.judge(preparation, sending.content),
  };
}

const fileName = (batchName: string, what: string): string =>
  `${nameInFile(batchName)} ${what}.${batchFileEnding}`;
