import type { Batches } from '../../main/batches/batches';
import type { BatchSender } from '../../main/batches/sending/batchSender';
import { sendAgreed } from '../support/benches/agreeing';
import { chunksOf } from '../../shared/domain/outbox/chunk';
import type { BatchAsk } from './messages';

/** How many rows are written at once; a kill in between leaves a draft with the first ones. */
const rowsAtOnce = 40;

/**
 * Continues with the draft as it is found, and sends it; even if it was already sent, as by a person who doesn't know the outcome
 * of the last attempt.
 * @returns the runs that carry its rows
 * @throws if rows weren't sent, this time or before
 */
export async function draftAndSend(
  { batches, batchSender }: { readonly batches: Batches; readonly batchSender: BatchSender },
  ask: BatchAsk,
): Promise<number[]> {
  const batchId = draft(batches, ask);
  try {
    const sending = await sendAgreed({ batches, batchSender }, { batchId, whenNotSeen: ask.whenNotSeen });
    if (sending.sent) return [sending.runId];
  } catch (thrown) {
    if (!isSent(batches, batchId)) throw thrown;
  }
  if (!isSent(batches, batchId)) throw new Error('The batch waits for its accounts to be read.');
  return (await batchSender.report(batchId)).runs.map(({ runId }) => runId);
}

function draft(batches: Batches, { name, notify, rows }: BatchAsk): string {
  const { batchId } = batches.list().find((each) => each.name === name) ?? batches.create(name);
  const stored = new Set(batches.rowsOf(batchId).map(({ rowId }) => rowId));
  const missing = rows.filter(({ rowId }) => !stored.has(rowId));
  for (const piece of chunksOf(missing, rowsAtOnce)) batches.setRows(batchId, piece, []);
  if (batches.require(batchId).notify !== notify) batches.setNotify(batchId, notify);
  return batchId;
}

const isSent = (batches: Batches, batchId: string): boolean =>
  batches.rowsOf(batchId).every(({ operationId }) => operationId !== null);
