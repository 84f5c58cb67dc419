import type { ApprovalOfBatch } from '../../../shared/domain/approval/batchReview';
import type { RowFinding } from '../../../shared/domain/batch/batch';
import { takesOut, warning } from '../../../shared/domain/batch/rules/makeFinding';
import { knownName } from '../../approvals/verifying/verify';
import { findReceived } from '../../approvals/received/receivedFiles';
import { openComments } from '../../approvals/received/rowComments';
import type { Database } from '../../storage/database';
import { approvingText } from './approvingText';

/** What an approver said about rows, as findings at these rows, until the batch is exported again. */
export function commentFindings(db: Database, batchId: string): ReadonlyMap<string, RowFinding> {
  const open = openComments(db, batchId);
  if (open === null || open.comments.length === 0) return new Map();
  const file = findReceived(db, open.fileId)?.file;
  const by = file?.kind === 'answer' ? knownName(db, file.body.approver) : approvingText.colleague;
  return new Map(
    open.comments.map(({ rowId, removed, note }) => {
      const message = removed ? approvingText.removed(by, note) : approvingText.comment(by, note);
      return [
        rowId,
        warning({ code: 'COMMENTED', column: 'account', message }, removed ? takesOut : undefined),
      ];
    }),
  );
}

/** The latest decision to return a batch, unless it was exported again since. */
export function returnedOf(db: Database, batchId: string): ApprovalOfBatch['returned'] {
  const open = openComments(db, batchId);
  const file = open === null ? undefined : findReceived(db, open.fileId)?.file;
  if (file?.kind !== 'answer' || file.body.decision !== 'returned') return null;
  const { approver, decidedAt, comment } = file.body;
  return { by: knownName(db, approver), at: decidedAt, comment };
}
