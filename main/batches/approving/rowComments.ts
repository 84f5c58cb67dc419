import type { ApprovalOfBatch } from '../../../shared/domain/approval/batchReview';
import type { RowFinding } from '../../../shared/domain/batch/batch';
import { takesOut, warning } from '../../../shared/domain/batch/rules/makeFinding';
import { knownName } from '../../approvals/verifying/verify';
import { commentsOf, openAnswer } from '../../approvals/received/rowComments';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { approvingText } from './approvingText';

/** What an approver said about rows, as findings at these rows, until the batch is exported again; in slices. */
export function* commentFindings(db: Database, batchId: string): Stepwise<ReadonlyMap<string, RowFinding>> {
  const answer = openAnswer(db, batchId);
  if (answer === null) return new Map();
  const by = knownName(db, answer.file.body.approver);
  return new Map(
    (yield* commentsOf(db, answer)).map(({ rowId, removed, note }) => {
      const message = removed ? approvingText.removed(by, note) : approvingText.comment(by, note);
      const does = removed ? takesOut : undefined;
      return [rowId, warning({ code: 'COMMENTED', column: 'account', message }, does)];
    }),
  );
}

/** The latest decision to return a batch, unless it was exported again since. */
export function returnedOf(db: Database, batchId: string): ApprovalOfBatch['returned'] {
  const answer = openAnswer(db, batchId);
  if (answer?.file.body.decision !== 'returned') return null;
  const { approver, decidedAt, comment } = answer.file.body;
  return { by: knownName(db, approver), at: decidedAt, comment };
}
