import type { BatchRowInput } from '../../../../shared/domain/batch/batch';
import { CodedError, toErrorBody } from '../../../../shared/errors';
import { halvesOf, takeChunk, type SaveChunk } from './saveChunk';

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Retried automatically until it works. */
  | { readonly kind: 'failed'; readonly error: CodedError };

/** A row that main rejects, and why. */
export interface RejectedRow {
  readonly rowId: string;
  readonly error: CodedError;
}

interface SaverOptions {
  readonly send: (rows: readonly BatchRowInput[], removed: readonly string[]) => Promise<unknown>;
  /** The current row; null if it was removed. */
  readonly rowOf: (rowId: string) => BatchRowInput | null;
  readonly onState: (state: SaveState) => void;
  /** Uses these rows as stored. What it throws is handled like a failure of `send`. */
  readonly onRefused: (rows: readonly RejectedRow[]) => Promise<void>;
  /** Everything that was changed is stored. */
  readonly onSaved: () => void;
}

export interface Autosave {
  /** Records that these rows were changed, added or removed. They are written soon. */
  readonly touch: (rowIds: Iterable<string>) => void;
  /** Writes everything unsaved now. Resolves to null if everything is stored as typed, otherwise to the reason. */
  readonly flush: () => Promise<CodedError | null>;
}

/** Delay between a change and its write, in ms: well within the promised second. */
const soonMs = 300;
const againMs = 2_000;

/**
 * Writes changed rows in the order of their changes, one call at a time. Rows of a failed call are written again until it works,
 * even after leaving their screen; but a rejected row would be rejected again, so those rows are identified and given up, and the
 * others are written.
 */
export function createAutosave({ send, rowOf, onState, onRefused, onSaved }: SaverOptions): Autosave {
  const touched = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<CodedError | null> | null = null;

  /** @returns the rejected rows, found by bisection. @throws anything unrelated to these rows */
  const sendPart = async (part: SaveChunk): Promise<readonly RejectedRow[]> => {
    try {
      await send(part.rows, part.removed);
      return [];
    } catch (thrown) {
      const error = new CodedError(toErrorBody(thrown));
      if (error.code !== 'INVALID_INPUT') throw error;
      const [rowId = '', ...others] = part.rowIds;
      if (others.length === 0) return [{ rowId, error }];
      const refused: RejectedRow[] = [];
      for (const half of halvesOf(part)) refused.push(...(await sendPart(half)));
      return refused;
    }
  };
  const write = async (): Promise<CodedError | null> => {
    let refusal: CodedError | null = null;
    while (touched.size > 0) {
      onState({ kind: 'saving' });
      const part = takeChunk(touched, rowOf);
      try {
        const refused = await sendPart(part);
        if (refused.length > 0) await onRefused(refused);
        refusal ??= refused[0]?.error ?? null;
      } catch (thrown) {
        for (const rowId of part.rowIds) touched.add(rowId);
        const error = new CodedError(toErrorBody(thrown));
        onState({ kind: 'failed', error });
        schedule(againMs);
        return error;
      }
    }
    onState({ kind: 'saved' });
    onSaved();
    return refusal;
  };
  const flush = (): Promise<CodedError | null> => {
    clearTimeout(timer);
    timer = undefined;
    running ??= write().finally(() => {
      running = null;
    });
    return running;
  };
  const schedule = (afterMs: number): void => {
    timer ??= setTimeout(() => void flush(), afterMs);
  };
  return {
    touch(rowIds) {
      const before = touched.size;
      for (const rowId of rowIds) touched.add(rowId);
      if (touched.size > before || before > 0) schedule(soonMs);
    },
    flush,
  };
}
