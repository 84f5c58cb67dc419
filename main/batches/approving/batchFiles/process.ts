import { setImmediate as nextTurn } from 'node:timers/promises';
import { toErrorBody } from '../../../../shared/errors';
import { hashOf, withSignature, writeBatchFile } from '../../../approvals/file/batchFile';
import { headOf, joined, piecesOf, type FilePiece } from '../../../approvals/file/filePieces';
import { saveFile } from '../../../files/saveFile';
import { withContentHash } from './makeFile';
import { readFileAt } from './readFileAt';
import type { BatchFileAnswer, BatchFileOrder, BatchFileSupply } from './request';

/**
 * A separate process for each batch file that is read or made, so that neither a large nor a hostile one blocks or crashes the
 * app. It never has a private key: it says what is to be signed, and is given the signature.
 */
interface ParentPort {
  on(
    event: 'message',
    listener: (message: { readonly data: BatchFileOrder | BatchFileSupply }) => void,
  ): void;
  postMessage(answer: BatchFileAnswer): void;
}

const { parentPort } = process as { readonly parentPort?: ParentPort };

/** What comes after an order to write, in the order of arrival. */
let supplied: (supply: BatchFileSupply) => void = () => undefined;

parentPort?.on('message', ({ data }) => {
  if (data.type !== 'read' && data.type !== 'write') {
    supplied(data);
    return;
  }
  // The app ends the process after receiving the last answer.
  void carryOut(data, (answer) => {
    parentPort.postMessage(answer);
  });
});

type Send = (answer: BatchFileAnswer) => void;

async function carryOut(order: BatchFileOrder, send: Send): Promise<void> {
  try {
    await (order.type === 'read' ? read(order.path, send) : write(order, send));
  } catch (thrown) {
    send({ type: 'failed', error: toErrorBody(thrown) });
  }
}

async function read(path: string, send: Send): Promise<void> {
  const file = await readFileAt(path);
  for (const piece of piecesOf(file)) {
    send({ type: 'piece', piece });
    await nextTurn();
  }
  send({ type: 'read', head: headOf(file) });
}

async function write({ path, head }: Extract<BatchFileOrder, { type: 'write' }>, send: Send): Promise<void> {
  const file = withContentHash(joined(head, await piecesUntilComplete()));
  const contentHash = file.kind === 'draft' ? null : file.body.contentHash;
  const signature = nextSignature();
  send({ type: 'unsigned', hash: hashOf(file), contentHash });
  await saveFile(path, [writeBatchFile(withSignature(file, await signature))]);
  send({ type: 'written' });
}

const piecesUntilComplete = (): Promise<FilePiece[]> =>
  new Promise((resolve) => {
    const pieces: FilePiece[] = [];
    supplied = (supply) => {
      if (supply.type === 'piece') pieces.push(supply.piece);
      else resolve(pieces);
    };
  });

const nextSignature = (): Promise<string> =>
  new Promise((resolve) => {
    supplied = (supply) => {
      if (supply.type === 'signature') resolve(supply.signature);
    };
  });
