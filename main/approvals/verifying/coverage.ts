import type { AnswerFile } from '../../../shared/domain/approval/batchFile';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { rowLine, type ContentRow } from '../file/content';
import { approvalsOf, type ReceivedFile } from '../received/receivedFiles';

/** An approval that has arrived. */
export interface HeldApproval {
  readonly received: ReceivedFile<AnswerFile>;
  /** The bytes of each approved row, by its ID. */
  readonly lines: ReadonlyMap<string, string>;
}

/** How many rows are compared in one step. */
const rowsAStep = 500;

/** The approvals of a batch, the latest arrival first; in slices. */
export function* approvedLines(db: Database, batchId: string): Stepwise<HeldApproval[]> {
  const approvals: HeldApproval[] = [];
  for (const received of yield* approvalsOf(db, batchId)) {
    const { draft, removedRowIds } = received.file.body;
    const removed = new Set(removedRowIds);
    const lines = new Map<string, string>();
    for (const [index, row] of draft.body.rows.entries()) {
      if (!removed.has(row.rowId)) lines.set(row.rowId, rowLine(row));
      if (index % rowsAStep === rowsAStep - 1) yield;
    }
    approvals.push({ received, lines });
  }
  return approvals;
}

/** The rows to be sent that each approval doesn't approve byte by byte, by its file's ID; in slices. */
export function* uncoveredRows(
  approvals: readonly HeldApproval[],
  sent: readonly ContentRow[],
): Stepwise<ReadonlyMap<string, readonly string[]>> {
  const uncovered = new Map(approvals.map(({ received }) => [received.fileId, [] as string[]]));
  for (const [index, row] of sent.entries()) {
    const line = rowLine(row);
    for (const { received, lines } of approvals) {
      if (lines.get(row.rowId) !== line) uncovered.get(received.fileId)?.push(row.rowId);
    }
    if (index % rowsAStep === rowsAStep - 1) yield;
  }
  return uncovered;
}
