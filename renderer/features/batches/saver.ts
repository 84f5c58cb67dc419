import type { BatchRowInput } from '../../../shared/domain/batch';
import { CodedError, toErrorBody } from '../../../shared/errors';

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Tried again by itself until it works. */
  | { readonly kind: 'failed'; readonly error: CodedError };

interface SaverOptions {
  readonly send: (rows: readonly BatchRowInput[], removed: readonly string[]) => Promise<unknown>;
  /** The row as it is now; null when it was taken out. */
  readonly rowOf: (rowId: string) => BatchRowInput | null;
  readonly onState: (state: SaveState) => void;
  /** Everything that was touched is stored. */
  readonly onSaved: () => void;
}

export interface Saver {
  /** Notes that these rows changed, came or went. They are written soon. */
  readonly touch: (rowIds: Iterable<string>) => void;
  /** Writes what is not stored yet now. Resolves when it is stored, or when that failed. */
  readonly flush: () => Promise<void>;
}

/** How long after a change it is written, in ms: well within the second that is promised. */
const soonMs = 300;
const againMs = 2_000;

/** One call takes at most so many rows, and so much text (UTF-16 units) that the bridge lets it through. */
const mostRowsACall = 2_000;
const mostTextACall = 400_000;

/**
 * Writes changed rows in the order of their changes, one call at a time. A failed call's rows are written again until it
 * works, also when their screen was left meanwhile.
 */
export function createSaver({ send, rowOf, onState, onSaved }: SaverOptions): Saver {
  const touched = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    while (touched.size > 0) {
      onState({ kind: 'saving' });
      const part = takePart(touched, rowOf);
      try {
        await send(part.rows, part.removed);
      } catch (thrown) {
        for (const rowId of part.rowIds) touched.add(rowId);
        onState({ kind: 'failed', error: new CodedError(toErrorBody(thrown)) });
        schedule(againMs);
        return;
      }
    }
    onState({ kind: 'saved' });
    onSaved();
  };
  const flush = (): Promise<void> => {
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

/** Takes as many rows out of the set as go into one call. */
function takePart(
  touched: Set<string>,
  rowOf: SaverOptions['rowOf'],
): {
  readonly rowIds: readonly string[];
  readonly rows: readonly BatchRowInput[];
  readonly removed: readonly string[];
} {
  const rowIds: string[] = [];
  const rows: BatchRowInput[] = [];
  const removed: string[] = [];
  let text = 0;
  for (const rowId of touched) {
    const row = rowOf(rowId);
    if (row === null) {
      removed.push(rowId);
      text += rowId.length;
    } else {
      rows.push(row);
      text += JSON.stringify(row).length;
    }
    rowIds.push(rowId);
    touched.delete(rowId);
    if (rowIds.length === mostRowsACall || text >= mostTextACall) break;
  }
  return { rowIds, rows, removed };
}
