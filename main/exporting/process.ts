import { toErrorBody } from '../../shared/errors';
import { openForReading } from '../storage/database';
import { explained } from '../storage/databaseErrors';
import { exportAccess } from './access/exportAccess';
import { exportInvitations } from './invitations/exportInvitations';
import type { ExportAnswer, ExportOrder } from './request';

/**
 * A separate process for each export: building and compressing 50,000 rows takes seconds, which must not block the app. It reads
 * the database beside the app and writes nothing to it.
 */
interface ParentPort {
  once(event: 'message', listener: (message: { readonly data: ExportOrder }) => void): void;
  postMessage(answer: ExportAnswer): void;
}

const { parentPort } = process as { readonly parentPort?: ParentPort };

if (parentPort === undefined) {
  process.once('message', (order: ExportOrder) => {
    void carryOut(order).then((answer) => process.send?.(answer, () => process.exit(0)));
  });
} else {
  parentPort.once('message', ({ data }) => {
    // The app ends the process after receiving the answer.
    void carryOut(data).then((answer) => {
      parentPort.postMessage(answer);
    });
  });
}

async function carryOut({ databaseFile, wanted }: ExportOrder): Promise<ExportAnswer> {
  try {
    const db = openForReading(databaseFile);
    try {
      const count =
        wanted.what === 'invitations'
          ? await exportInvitations(db, wanted.request)
          : await exportAccess(db, wanted.request);
      return { type: 'done', count };
    } finally {
      db.close();
    }
  } catch (thrown) {
    return { type: 'failed', error: toErrorBody(explained(thrown)) };
  }
}
