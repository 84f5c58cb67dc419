import { toErrorBody } from '../../../shared/errors';
import { readTable } from './readTable';
import type { TableAnswer, TableOrder } from './request';
import { writeTable } from './writeTable';

/**
 * A process of its own for each file that is read or written: neither a large nor a hostile one holds the app up or
 * brings it down.
 */
interface ParentPort {
  once(event: 'message', listener: (message: { readonly data: TableOrder }) => void): void;
  postMessage(answer: TableAnswer): void;
}

const { parentPort } = process as { readonly parentPort?: ParentPort };

parentPort?.once('message', ({ data }) => {
  // The app ends the process once it has the answer.
  void carryOut(data).then((answer) => {
    parentPort.postMessage(answer);
  });
});

async function carryOut(order: TableOrder): Promise<TableAnswer> {
  try {
    if (order.type === 'read') return { type: 'read', table: await readTable(order.source, order.options) };
    await writeTable(order);
    return { type: 'written' };
  } catch (thrown) {
    return { type: 'failed', error: toErrorBody(thrown) };
  }
}
