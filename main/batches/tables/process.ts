import { setImmediate as nextTurn } from 'node:timers/promises';
import { toErrorBody } from '../../../shared/errors';
import { readTable } from './readTable';
import type { TableAnswer, TableOrder } from './request';
import { piecesOf } from './tablePieces';
import { writeTable } from './writeTable';

/**
 * A separate process for each file that is read or written, so that neither a large nor a hostile one blocks or crashes the app.
 */
interface ParentPort {
  once(event: 'message', listener: (message: { readonly data: TableOrder }) => void): void;
  postMessage(answer: TableAnswer): void;
}

const { parentPort } = process as { readonly parentPort?: ParentPort };

parentPort?.once('message', ({ data }) => {
  // The app ends the process after receiving the answer.
  void carryOut(data, (answer) => {
    parentPort.postMessage(answer);
  });
});

async function carryOut(order: TableOrder, send: (answer: TableAnswer) => void): Promise<void> {
  try {
    if (order.type === 'write') {
      await writeTable(order);
      send({ type: 'written' });
      return;
    }
    for (const piece of piecesOf(await readTable(order.source, order.options))) {
      send(piece);
      // One piece is sent before the next is created, so that the table is never in memory twice.
      await nextTurn();
    }
  } catch (thrown) {
    send({ type: 'failed', error: toErrorBody(thrown) });
  }
}
