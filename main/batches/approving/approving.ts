import type { Topic } from '../../../shared/bridge/channels';
import { needsApproval } from '../../../shared/domain/approval/approvalRule';
import type {
  ApprovalOfBatch,
  BatchReview,
  ReviewDecision,
} from '../../../shared/domain/approval/batchReview';
import { batchFileEnding } from '../../../shared/domain/approval/batchFile';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import type { Approvals } from '../../approvals/approvals';
import type { Preparation, Sending } from '../../approvals/verifying/verify';
import type { Database } from '../../storage/database';
import { inTurns } from '../../storage/stepwise';
import type { Checked } from '../checking/check';
import { nameInFile } from '../nameInFile';
import { notifyOf, requireHead, requireListed } from '../reading';
import { groupsOf } from '../sending/inviteeGroups';
import { sendableRows } from '../sending/selectedRows';
import { createBatchStore } from '../store';
import { answerTo } from './answerFile';
import type { BatchFiles } from './batchFiles/request';
import { sendingOf } from './batchContent';
import { draftOfBatch } from './draftFile';
import { returnedOf } from './rowComments';
import { reviewOf } from './reviewFile';
import { isHere, takeBatch } from './takeBatch';

export interface ApprovingDeps {
  readonly db: Database;
  readonly approvals: Approvals;
  readonly files: BatchFiles;
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
  take(fileId: string): Promise<string>;
  ofBatch(batchId: string): Promise<ApprovalOfBatch>;
}

export function createApproving(deps: ApprovingDeps): Approving {
  const { db, approvals, files, check, now, changed } = deps;
  let taking: Promise<unknown> = Promise.resolve();
  const store = createBatchStore(db, now);
  const reviewDeps = { ...deps, isHere: (batchId: string) => isHere(db, batchId) };
  return {
    async exportDraft(batchId, whereTo) {
      requireListed(db, batchId);
      const { key, name, sign } = await approvals.own();
      const { draft, leftOut } = await draftOfBatch(db, batchId, await check(batchId), now());
      const path = await whereTo(fileName(draft.batchName, 'for approval'));
      if (path === null) return null;
      const body = { ...draft, drafter: { name, key } };
      await approvals.receive(await files.write(path, { kind: 'draft', body }, sign));
      changed('batches.changed');
      return { rows: draft.rows.length, leftOut };
    },
    async open(path) {
      const fileId = await approvals.receive(await files.read(path));
      changed('batches.changed');
      return fileId;
    },
    review: async (fileId) => reviewOf(reviewDeps, await approvals.received(fileId)),
    async answer(decision, whereTo) {
      const answer = answerTo(deps, await approvals.received(decision.fileId), decision);
      const { key, name, sign } = await approvals.own();
      const path = await whereTo(fileName(answer.draft.body.batchName, decision.decision));
      if (path === null) return null;
      const body = { ...answer, approver: { name, key } };
      return { fileId: await approvals.receive(await files.write(path, { kind: 'answer', body }, sign)) };
    },
    async take(fileId) {
      const received = await approvals.received(fileId);
      // One after another, so that a second click adds nothing to what the first one made.
      const own = taking.then(() => takeBatch({ db, approvals, store }, received));
      taking = own.catch(() => undefined);
      const batchId = await own;
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
    ...(approvals.matters(preparation, accountsOf(db, batchId))
      ? await heldAgainst(deps, preparation)
      : { needed: false, approvals: [] }),
    returned: returnedOf(db, batchId),
    sends: approvals.sendsOf(batchId),
  };
}

/** The approvals of a batch against everything that can be sent of it now. */
async function heldAgainst(
  { db, approvals, check }: ApprovingDeps,
  preparation: Preparation,
): Promise<Pick<ApprovalOfBatch, 'needed' | 'approvals' | 'rule'>> {
  const { batchId } = preparation;
  const groups = await inTurns(groupsOf(await inTurns(sendableRows(await check(batchId)))));
  const notify = notifyOf(db, batchId) ?? false;
  const sending = await inTurns(sendingOf(db, preparation, { groups, notify }));
  const rule = approvals.ruleFor(sending);
  return {
    rule,
    needed: sending.total > 0 && needsApproval(rule, sending),
    approvals: approvals.judge(preparation, sending),
  };
}

/** The accounts of a batch's rows, whether or not they can be sent. */
const accountsOf = (db: Database, batchId: string): Sending['accounts'] =>
  db
    .prepare(
      `SELECT DISTINCT realm, account_id AS accountId FROM batch_rows
       WHERE batch_id = ? AND realm IS NOT NULL AND account_id IS NOT NULL`,
    )
    .all(batchId) as { readonly realm: string; readonly accountId: string }[];

const fileName = (batchName: string, what: string): string =>
  `${nameInFile(batchName)} ${what}.${batchFileEnding}`;
