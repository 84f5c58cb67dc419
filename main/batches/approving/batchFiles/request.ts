import { z } from 'zod';
import { batchFileHead, type BatchFile } from '../../../../shared/domain/approval/batchFile';
import { errorBody } from '../../../../shared/errorBody';
import type { NewFile, Sign } from '../../../approvals/file/batchFile';
import { filePiece, type FilePiece } from '../../../approvals/file/filePieces';

/** Reads and makes batch files, which takes long for long ones; nothing here counts as trusted yet. */
export interface BatchFiles {
  /** See `readBatchFile`. Rejects with a CodedError. */
  read(path: string): Promise<BatchFile>;
  /** Signs a file and writes it completely or not at all. Rejects with a CodedError, and then leaves no file. */
  write(path: string, file: NewFile, sign: Sign): Promise<BatchFile>;
}

/** The messages to the process that reads and makes batch files; a file to write comes without its rows, which follow. */
export type BatchFileOrder =
  | { readonly type: 'read'; readonly path: string }
  | { readonly type: 'write'; readonly path: string; readonly head: NewFile };

/** What follows an order to write: the rows, that these were all, and the signature that was asked for. */
export type BatchFileSupply =
  | { readonly type: 'piece'; readonly piece: FilePiece }
  | { readonly type: 'complete' }
  | { readonly type: 'signature'; readonly signature: string };

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Its answers: a file in pieces, or what is to be signed and that it is written. */
export const batchFileAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('piece'), piece: filePiece }),
  z.object({ type: z.literal('read'), head: batchFileHead }),
  z.object({ type: z.literal('unsigned'), hash, contentHash: hash.nullable() }),
  z.object({ type: z.literal('written') }),
  z.object({ type: z.literal('failed'), error: errorBody }),
]);
export type BatchFileAnswer = z.infer<typeof batchFileAnswer>;
