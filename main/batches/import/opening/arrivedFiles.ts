import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';
import { CodedError, toErrorBody } from '../../../../shared/errors';
import { batchNameFor, isBatchFile, requireOpenable } from './tableFile';
import { openingErrorText } from './openingErrorText';

/** Max number of files waiting to be read; the oldest are dropped first. */
const maxWaiting = 20;

/** Files that came from outside the app's own dialogs. The page knows them by ID and never by path. */
export interface ArrivedFiles {
  /** Accepts a dropped file. @throws CodedError INVALID_INPUT or NOT_FOUND with the reason it isn't accepted */
  drop(path: string): Promise<ArrivedFile>;
  /** Accepts a file opened with the app: it waits to be shown. If there is no such file, nothing happens. Never rejects. */
  open(path: string): Promise<void>;
  waiting(): { readonly file: ArrivedFile | null; readonly refused: string | null };
  dismiss(): void;
  /** The path of a file of this kind. @throws CodedError NOT_FOUND */
  pathOf(fileId: string, kind: ArrivedFile['kind']): string;
}

/** @param changed called when the result of `waiting` changes */
export function createArrivedFiles(changed: () => void): ArrivedFiles {
  const paths = new Map<string, string>();
  let waiting: ReturnType<ArrivedFiles['waiting']> = { file: null, refused: null };

  const take = async (path: string): Promise<ArrivedFile> => {
    await requireOpenable(path);
    const fileId = randomUUID();
    paths.set(fileId, path);
    for (const oldest of [...paths.keys()].slice(0, -maxWaiting)) paths.delete(oldest);
    const kind = isBatchFile(path) ? 'batchFile' : 'table';
    return { fileId, kind, fileName: basename(path), batchName: batchNameFor(path) };
  };

  return {
    drop: take,
    async open(path) {
      try {
        waiting = { file: await take(path), refused: null };
      } catch (thrown) {
        const { code, message } = toErrorBody(thrown);
        // Text that names no file isn't one that a person opened.
        if (code === 'NOT_FOUND') return;
        waiting = { file: null, refused: message };
      }
      changed();
    },
    waiting: () => waiting,
    dismiss() {
      waiting = { file: null, refused: null };
      changed();
    },
    pathOf(fileId, kind) {
      const path = paths.get(fileId);
      if (path === undefined || isBatchFile(path) !== (kind === 'batchFile')) {
        throw new CodedError({
          code: 'NOT_FOUND',
          message: openingErrorText.arrivedNoLongerOpen,
        });
      }
      return path;
    },
  };
}
