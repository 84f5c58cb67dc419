import type { BatchSender } from '../batches/sending/batchSender';
import type { Outbox } from '../outbox/outbox';
import type { AreaHandlers } from './handlers';

export const outboxHandlers = (
  outbox: Outbox,
  batchSender: Pick<BatchSender, 'send' | 'previewUndo' | 'undo'>,
): AreaHandlers<'outbox'> => ({
  'outbox.status': () => outbox.status(),
  'outbox.groups': outbox.groups,
  'outbox.attention': outbox.attention,
  'outbox.operations': (input) => outbox.operations(input),
  'outbox.pause': ({ runIds }) => {
    outbox.pause(runIds);
    return {};
  },
  'outbox.resume': ({ runIds }) => {
    outbox.resume(runIds);
    return {};
  },
  'outbox.stop': async ({ runIds }) => {
    await outbox.stop(runIds);
    return {};
  },
  'outbox.previewRetry': (input) => outbox.previewRetry(input),
  'outbox.retry': (input) => outbox.retry(input),
  'outbox.sendBatch': (input) => batchSender.send(input),
  'outbox.previewUndo': ({ batchId }) => batchSender.previewUndo(batchId),
  'outbox.undoBatch': (input) => batchSender.undo(input),
  'outbox.resolve': ({ operationId, decision }) => ({ operationIds: outbox.resolve(operationId, decision) }),
});
