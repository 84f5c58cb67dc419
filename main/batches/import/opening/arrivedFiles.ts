import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';
import { CodedError, toErrorBody } from '../../../../shared/errors';
import { batchNameFor, requireTableFile } from './tableFile';
import { openingErrorText } from './openingErrorText';

/** How many files are kept for reading; the oldest go first. */
const maxWaiting = 20;

/** Files that came from outside the app's own dialogs. The page knows them by ID and never by path. */
export interface ArrivedFiles {
  /** Takes a dropped one. @throws CodedError INVALID_INPUT or NOT_FOUND with the reason it isn't taken */
  drop(path: string): Promise<ArrivedFile>;
  /** Takes one that was opened with the app: it waits to be shown. Where there is no such file, nothing happens. Never rejects. */
  open(path: string): Promise<void>;
  waiting(): { readonly file: ArrivedFile | null; readonly refused: string | null };
  dismiss(): void;
  /** Where a file lies. @throws CodedError NOT_FOUND */
  pathOf(fileId: string): string;
}

/** @param changed called when `waiting` answers something else */
export function createArrivedFiles(changed: () => void): ArrivedFiles {
  const paths = new Map<string, string>();
  let waiting: ReturnType<ArrivedFiles['waiting']> = { file: null, refused: null };

  const take = async (path: string): Promise<ArrivedFile> => {
    await requireTableFile(path);
    const fileId = randomUUID();
    paths.set(fileId, path);
    for (const oldest of [...paths.keys()].slice(0, -maxWaiting)) paths.delete(oldest);
    return { fileId, fileName: basename(path), batchName: batchNameFor(path) };
  };

  return {
    drop: take,
    async open(path) {
      try {
        waiting = { file: await take(path), refused: null };
      } catch (thrown) {
        const { code, message } = toErrorBody(thrown);
        // A text that names no file at all is none that a person opened.
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
    pathOf(fileId) {
      const path = paths.get(fileId);
      if (path === undefined) {
        throw new CodedError({
          code: 'NOT_FOUND',
          message: openingErrorText.arrivedNoLongerOpen,
        });
      }
      return path;
    },
  };
}
