import { open } from 'node:fs/promises';
import { maxBatchFileBytes, type BatchFile } from '../../../../shared/domain/approval/batchFile';
import { CodedError } from '../../../../shared/errors';
import { readBatchFile, tooLarge } from '../../../approvals/file/batchFile';
import { readUpTo } from '../../../files/readUpTo';
import { batchFilesErrorText } from './batchFilesErrorText';

/**
 * Reads a batch file from a disk; one that is too large is refused by its size.
 * @throws CodedError INVALID_INPUT, with what to do
 */
export async function readFileAt(path: string): Promise<BatchFile> {
  const bytes = await bytesOf(path).catch((error: unknown) => {
    throw error instanceof CodedError ? error : notReadable(error);
  });
  return readBatchFile(bytes);
}

async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size > maxBatchFileBytes) throw tooLarge();
    return await readUpTo(file, maxBatchFileBytes);
  } finally {
    await file.close();
  }
}

const notReadable = (error: unknown): CodedError => {
  const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return new CodedError({
    code: 'INVALID_INPUT',
    message: isGone ? batchFilesErrorText.gone : batchFilesErrorText.notReadable,
    retryable: true,
  });
};
