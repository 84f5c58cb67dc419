import { CodedError } from '../../../shared/errors';
import type { BatchFile } from '../../../shared/domain/approval/batchFile';
import { signedBytes, withSignature, type NewFile } from '../../approvals/file/batchFile';
import { joined, newHeadOf, piecesOf, type FilePiece } from '../../approvals/file/filePieces';
import { withHash } from '../../batches/approving/batchFiles/makeFile';
import {
  batchFileAnswer,
  type BatchFileAnswer,
  type BatchFileOrder,
  type BatchFiles,
  type BatchFileSupply,
} from '../../batches/approving/batchFiles/request';
import { helpersErrorText } from './helpersErrorText';
import { runHelper } from './runHelper';

/** No batch file takes longer, in ms. */
const maxMs = 60_000;

/** No batch file takes more memory, in bytes: they have at most 20 MB. */
const maxMemory = 1536 * 1024 * 1024;

/**
 * Reads and makes batch files, each in a separate process, so that the app stays responsive. The private key stays here.
 * @param entry the built `batchFiles.js`
 */
export const createBatchFileHelper = (entry: string): BatchFiles => ({
  async read(path) {
    const pieces: FilePiece[] = [];
    const answer = await run(
      entry,
      { type: 'read', path },
      {
        isPiece(each) {
          if (each.type === 'piece') pieces.push(each.piece);
          return each.type === 'piece';
        },
      },
    );
    if (answer.type === 'read') return joined<BatchFile>(answer.head, pieces);
    throw answer.type === 'failed' ? new CodedError(answer.error) : ended('read');
  },
  async write(path, file, sign) {
    const made: BatchFile[] = [];
    const answer = await run(
      entry,
      { type: 'write', path, head: newHeadOf(file) },
      {
        supplies: suppliesOf(file),
        isPiece(each, reply) {
          // Nothing is signed twice.
          if (each.type !== 'unsigned' || made.length > 0) return false;
          const signature = sign(signedBytes(file.kind, each.hash));
          made.push(withSignature(withHash(file, each.contentHash ?? ''), signature));
          reply({ type: 'signature', signature });
          return true;
        },
      },
    );
    const [signed] = made;
    if (answer.type === 'written' && signed !== undefined) return signed;
    throw answer.type === 'failed' ? new CodedError(answer.error) : ended('write');
  },
});

interface Conversation {
  readonly supplies?: Iterable<BatchFileSupply>;
  readonly isPiece: (answer: BatchFileAnswer, reply: (supply: BatchFileSupply) => void) => boolean;
}

const run = (entry: string, order: BatchFileOrder, conversation: Conversation): Promise<BatchFileAnswer> =>
  runHelper({
    ...{ entry, serviceName: 'AMC batch files', order, answer: batchFileAnswer, ...conversation, maxMs },
    ended: () => ended(order.type),
    memory: { maxBytes: maxMemory, exceeded: () => ended(order.type) },
  });

function* suppliesOf(file: NewFile): Generator<BatchFileSupply> {
  for (const piece of piecesOf(file)) yield { type: 'piece', piece };
  yield { type: 'complete' };
}

/** The process stopped, or said what it never should. */
const ended = (what: BatchFileOrder['type']): CodedError =>
  what === 'read'
    ? new CodedError({
        code: 'INVALID_INPUT',
        message: helpersErrorText.batchFileReadingEnded,
        retryable: true,
      })
    : new CodedError({
        code: 'FILE_NOT_SAVED',
        message: helpersErrorText.batchFileWritingEnded,
        retryable: true,
      });
