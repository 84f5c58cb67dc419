import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnswerFile } from '../../../shared/domain/approval/batchFile';
import type { Approvals } from '../../approvals/approvals';
import { contentOf } from '../../approvals/file/content';
import type { ReceivedFile } from '../../approvals/received/receivedFiles';
import type { Database } from '../../storage/database';
import type { NewRow } from '../rows';
import type { BatchStore } from '../store';
import { approvingErrorText } from './approvingErrorText';
import { invalid } from './draftFile';
import { ownAccounts } from './ownAccounts';

/** Whether a batch with this ID is here as a whole, also if it was removed from the list. */
export const isHere = (db: Database, batchId: string): boolean =>
  db.prepare('SELECT 1 FROM batches WHERE batch_id = ? AND removed_at IS NOT 0').get(batchId) !== undefined;

/** How many rows are stored at once. */
const rowsAPiece = 250;

interface TakeDeps {
  readonly db: Database;
  readonly approvals: Pick<Approvals, 'isOwn' | 'nameOf'>;
  readonly store: Pick<BatchStore, 'restore' | 'beginWith' | 'addRows'>;
}

/**
 * The batch that an answer is about: the drafter's own; or, for the sender named in an approval, one made from the approved rows,
 * under the same IDs. Its connections are this desktop's own choice.
 * It is listed once all of its rows are there; if that is interrupted, the next call makes the rest.
 * @returns the batch's ID
 * @throws CodedError INVALID_INPUT when it isn't for this desktop
 */
export async function takeBatch({ db, approvals, store }: TakeDeps, { file }: ReceivedFile): Promise<string> {
  if (file.kind !== 'answer') throw invalid(approvingErrorText.notApproved);
  const { draft, decision, sender } = file.body;
  const { batchId, batchName, notify } = draft.body;
  if (isHere(db, batchId)) {
    store.restore(batchId);
    return batchId;
  }
  if (decision !== 'approved') throw invalid(approvingErrorText.notApproved);
  if (!approvals.isOwn(sender.key)) throw invalid(approvingErrorText.notYours(approvals.nameOf(sender)));
  store.beginWith({ batchId, name: batchName, notify });
  const rows = rowsOf(db, file);
  for (let from = 0; from < rows.length; from += rowsAPiece) {
    await nextTurn();
    store.addRows(batchId, rows.slice(from, from + rowsAPiece), true);
  }
  store.restore(batchId);
  return batchId;
}

function rowsOf(db: Database, { body: { draft, removedRowIds } }: AnswerFile): NewRow[] {
  const known = ownAccounts(db, draft.body.realm);
  const kept = new Set(contentOf(draft, removedRowIds).rows.map(({ rowId }) => rowId));
  return draft.body.rows
    .filter(({ rowId }) => kept.has(rowId))
    .map(({ rowId, accountId, accountName, emailAddress, userName, role, note, instances }, position) => {
      const own = known.get(accountId);
      const account = own === undefined ? null : { connectionId: own.connectionId, accountId };
      // Where it isn't known, its ID finds it once it is.
      const accountText = own?.name ?? (accountName || accountId);
      return {
        ...{ rowId, position, account, accountText, emailAddress, userName, role, note, instances },
        source: null,
      };
    });
}
