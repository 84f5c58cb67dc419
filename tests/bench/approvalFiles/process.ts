import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import canonicalize from 'canonicalize';
import {
  hashOf,
  signedBytes,
  withSignature,
  writeBatchFile,
  type NewFile,
} from '../../../main/approvals/file/batchFile';
import { headOf, joined, newHeadOf, piecesOf, type FilePiece } from '../../../main/approvals/file/filePieces';
import { withContentHash } from '../../../main/batches/approving/batchFiles/makeFile';
import { readFileAt } from '../../../main/batches/approving/batchFiles/readFileAt';
import { batchFileAnswer, type BatchFiles } from '../../../main/batches/approving/batchFiles/request';
import { saveFile } from '../../../main/files/saveFile';
import type { BatchFile } from '../../../shared/domain/approval/batchFile';
import { batchReviewHead, reviewedRow, type BatchReview } from '../../../shared/domain/approval/batchReview';
import { chunksOf } from '../../../shared/domain/outbox/chunk';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import { createOffice } from '../../support/benches/office';
import { watchLoop } from '../loopBlocks';

/** The process's input when it starts. */
export interface Task {
  readonly accounts: number;
  readonly rows: number;
}

const commands = ['export', 'open', 'review', 'answer', 'take', 'status'] as const;
export type Command = (typeof commands)[number];

export interface Outcome {
  /** How long each command blocked the loop at most, in ms. */
  readonly blocks: Readonly<Record<Command, number>>;
  /** Reading an approval in the helper, and its libraries' part of that alone, in ms. */
  readonly reading: number;
  readonly libraries: number;
  /** Everything from exporting to the batch at its sender, in ms. */
  readonly all: number;
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
process.send?.(await carryOut(task), () => process.exit(0));

async function carryOut({ accounts, rows }: Task): Promise<Outcome> {
  const { files, measured, timeInHelper } = watchedFiles();
  const ids = Array.from({ length: accounts }, (_, index) => `A${String(index + 1)}`);
  const offices = ['Ben', 'Dana', 'Carol'].map((name) => createOffice(name, { accounts: ids, files }));
  const [ben, dana, carol] = offices as [Office, Office, Office];
  await dana.confirm(carol);
  await carol.confirm(dana);
  await carol.setRule({ needed: 'always' });
  const senderKey = await carol.key();
  const batchId = ben.draft(rowsFor(rows, accounts));
  const blocks = Object.fromEntries(commands.map((command) => [command, 0])) as Record<Command, number>;
  const block = async <T>(command: Command, work: () => Promise<T>): Promise<T> => {
    const { value, maxOwnMs } = await measured(work);
    blocks[command] = Math.max(blocks[command], maxOwnMs);
    return value;
  };
  const began = performance.now();
  const draft = await block('export', () => ben.exported(batchId));
  const draftId = await block('open', () => dana.approving.open(draft));
  await block('review', async () => crossing(await dana.approving.review(draftId)));
  const answer = `${draft}.answer`;
  await block('answer', () =>
    dana.approving.answer(
      {
        ...{ fileId: draftId, decision: 'approved', removedRowIds: [], comment: '', rowComments: [] },
        ...{ uncheckedAccountIds: [], senderKey },
      },
      () => Promise.resolve(answer),
    ),
  );
  const answerId = await block('open', () => carol.approving.open(answer));
  await block('review', async () => crossing(await carol.approving.review(answerId)));
  await block('take', () => carol.approving.take(answerId));
  const all = performance.now() - began;
  const status = await block('status', () => carol.approving.ofBatch(batchId));
  if (status.approvals[0]?.faults.length !== 0) throw new Error('The approval doesn’t count.');
  const libraries = librariesAlone(answer);
  for (const office of offices) await office.close();
  return { blocks, reading: timeInHelper.lastReading, libraries, all };
}

type Office = ReturnType<typeof createOffice>;

/** A review crosses to the page in pieces, each in its own turn. */
async function crossing({ rows, ...head }: BatchReview): Promise<void> {
  serialize(batchReviewHead.parse(head));
  for (const piece of chunksOf(rows, 500)) {
    await nextTurn();
    serialize(reviewedRow.array().parse(piece));
  }
}

function librariesAlone(path: string): number {
  const bytes = readFileSync(path);
  const began = performance.now();
  canonicalize(JSON.parse(bytes.toString('utf8')));
  return performance.now() - began;
}

interface Watched {
  readonly files: BatchFiles;
  readonly measured: <T>(work: () => Promise<T>) => Promise<{ readonly value: T; readonly maxOwnMs: number }>;
  readonly timeInHelper: { lastReading: number };
}

/**
 * In the app a helper process reads and makes files and exchanges them with main in pieces: only what main does about that can block
 * it. What the helper does runs here too, but isn't watched.
 */
function watchedFiles(): Watched {
  let loop: ReturnType<typeof watchLoop> | null = null;
  let maxOwnMs = 0;
  const timeInHelper = { lastReading: 0 };
  const stop = (): void => {
    maxOwnMs = Math.max(maxOwnMs, loop?.stop().maxOwnMs ?? 0);
    loop = null;
  };
  const inHelper = async <T>(work: () => Promise<T> | T): Promise<T> => {
    const wasWatched = loop !== null;
    stop();
    const value = await work();
    global.gc?.();
    if (wasWatched) loop = watchLoop();
    return value;
  };
  const files: BatchFiles = {
    async read(path) {
      const messages = await inHelper(async () => {
        const began = performance.now();
        const file = await readFileAt(path);
        timeInHelper.lastReading = performance.now() - began;
        const pieces = [...piecesOf(file)].map((piece) => serialize({ type: 'piece', piece }));
        return [...pieces, serialize({ type: 'read', head: headOf(file) })];
      });
      const pieces: FilePiece[] = [];
      for (const message of messages) {
        await nextTurn();
        const answer = batchFileAnswer.parse(deserialize(message));
        if (answer.type === 'piece') pieces.push(answer.piece);
        if (answer.type === 'read') return joined<BatchFile>(answer.head, pieces);
      }
      throw new Error('The file has no end.');
    },
    async write(path, file, sign) {
      const head = serialize(newHeadOf(file));
      const pieces: Buffer[] = [];
      for (const piece of piecesOf(file)) {
        await nextTurn();
        pieces.push(serialize(piece));
      }
      const { hashed, hash } = await inHelper(() => {
        const received = pieces.map((piece) => deserialize(piece) as FilePiece);
        const whole = withContentHash(joined(deserialize(head) as NewFile, received));
        return { hashed: whole, hash: hashOf(whole) };
      });
      const signed = withSignature(hashed, sign(signedBytes(hashed.kind, hash)));
      await inHelper(() => saveFile(path, [writeBatchFile(signed)]));
      return signed;
    },
  };
  return {
    ...{ files, timeInHelper },
    async measured(work) {
      maxOwnMs = 0;
      loop = watchLoop();
      await new Promise((resolve) => setTimeout(resolve, 5));
      const value = await work();
      // One more turn, so that the block at the end counts as well.
      await new Promise((resolve) => setTimeout(resolve, 5));
      stop();
      return { value, maxOwnMs };
    },
  };
}

function rowsFor(count: number, accounts: number): BatchRowInput[] {
  return Array.from({ length: count }, (_, index) => ({
    rowId: `row-${String(index).padStart(6, '0')}`,
    position: index + 1,
    account: { connectionId: 'c-1', accountId: `A${String((index % accounts) + 1)}` },
    accountText: `Name of A${String((index % accounts) + 1)}`,
    emailAddress: `person.${String(index)}@northwind.example`,
    userName: `Jörg Müller ${String(index)}`,
    role: index % 10 === 0 ? 'admin' : 'viewer',
    note: 'from the fair',
    instances: '',
  }));
}
