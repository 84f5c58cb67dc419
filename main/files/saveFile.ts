import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '../../shared/errors';
import { renamePatiently } from './renamePatiently';
import { filesErrorText } from './filesErrorText';

/**
 * Writes a file (text as UTF-8) completely or not at all: first beside its final place, and under its name only once all of it is
 * on disk. An existing file of that name is then replaced; after a failure it is unchanged, and nothing remains beside it. Only
 * the person themselves may read it (0600), whatever the permissions of the previous one, because it names people.
 * @param slices its content, piece by piece: other work runs in between.
 * @throws CodedError DISK_FULL or FILE_NOT_SAVED with what to do; anything `slices` throws.
 */
export async function saveFile(file: string, slices: Iterable<string | Uint8Array>): Promise<void> {
  const beside = join(dirname(file), `.amc-${randomUUID().slice(0, 8)}.part`);
  try {
    await writeAll(beside, slices);
    await renamePatiently(beside, file);
    await flushFolder(dirname(file));
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw explained(error);
  }
}

async function writeAll(file: string, slices: Iterable<string | Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for (const slice of slices) await handle.writeFile(slice);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Flushes the new name to disk. If a folder can't be opened (Windows, some network drives), that is up to the system. */
async function flushFolder(folder: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // The file itself is complete.
  } finally {
    await handle?.close();
  }
}

/** A file system failure in words for people; any other error unchanged. */
function explained(error: unknown): unknown {
  const code = systemCode(error);
  if (code === null) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new CodedError({
      code: 'DISK_FULL',
      message: filesErrorText.noSpace,
      retryable: true,
      details: code,
    });
  }
  return new CodedError({
    code: 'FILE_NOT_SAVED',
    message: filesErrorText.notSaved(reasons[code] ?? filesErrorText.notAllowed),
    retryable: true,
    details: code,
  });
}

const mayNotWrite = filesErrorText.mayNotWrite;
const nameTaken = filesErrorText.nameTaken;

/** By the system's code: what is wrong and what to do. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: mayNotWrite,
  EPERM: mayNotWrite,
  EBUSY: mayNotWrite,
  EROFS: filesErrorText.readOnly,
  ENOENT: filesErrorText.noFolder,
  ENOTDIR: filesErrorText.noFolder,
  EISDIR: nameTaken,
  ENOTEMPTY: nameTaken,
  EEXIST: nameTaken,
  ENAMETOOLONG: filesErrorText.nameTooLong,
};

/** The code of a file system error; null for any other. */
function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
