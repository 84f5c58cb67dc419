import { CodedError } from '../../shared/errors';
import { batchesErrorText } from './batchesErrorText';

/** A visit of a batch's screen in a window. */
export interface Editor {
  readonly windowId: number;
  /** Of this visit: an end that arrives late must not end the next one in the same window. */
  readonly editId: string;
}

/** Who may change a batch, as seen from one window. */
export interface WriterState {
  readonly writer: 'here' | 'elsewhere';
  /** This window is the writer, and another one asks to edit: save, then `handOver`. */
  readonly wanted: boolean;
}

interface BatchWritersDeps {
  /** Called when somebody else may edit, or asks to. */
  readonly changed: () => void;
  /** How long a window may take to save what it has before the other one's request fails, in ms. */
  readonly patienceMs: number;
}

/** What somebody wants to change: rows where they are shown, or the batch from wherever it is listed. */
export type Change = 'rows' | 'batch';

/** Which window may change each batch: one at a time, and the others show what it saves. */
export interface BatchWriters {
  /** The window becomes the writer if there is none. */
  edit(batchId: string, editor: Editor): WriterState;
  /**
   * Resolves once the window is the writer: the other one has saved its changes by then.
   * @throws CodedError EDITED_ELSEWHERE if it can't save them, or doesn't answer
   */
  takeOver(batchId: string, windowId: number): Promise<void>;
  /** The writer has saved everything, and passes the batch on. @param failure why it couldn't save, for people; null: it did */
  handOver(batchId: string, windowId: number, failure: string | null): void;
  /** The writer has left the batch, with everything saved. */
  stop(batchId: string, editor: Editor): void;
  /** A window was closed or its page crashed: it no longer edits anything. */
  windowGone(windowId: number): void;
  /** The window that edits the batch; null: none. */
  windowOf(batchId: string): number | null;
  /** @throws CodedError EDITED_ELSEWHERE if another window edits the batch */
  requireWriter(batchId: string, windowId: number, what: Change): void;
}

interface Waiting {
  readonly windowId: number;
  readonly settle: (failure: CodedError | null) => void;
}

interface Writer {
  readonly windowId: number;
  /** Null until its page has opened the batch. */
  readonly editId: string | null;
  /** The window that wants to edit instead. */
  readonly waiting: Waiting | null;
}

interface Writing extends BatchWritersDeps {
  readonly writers: Map<string, Writer>;
}

export function createBatchWriters(deps: BatchWritersDeps): BatchWriters {
  const { changed } = deps;
  const writers = new Map<string, Writer>();
  const writing: Writing = { ...deps, writers };
  return {
    edit(batchId, { windowId, editId }) {
      const writer = writers.get(batchId);
      if (writer !== undefined && writer.windowId !== windowId) return { writer: 'elsewhere', wanted: false };
      const waiting = writer?.waiting ?? null;
      writers.set(batchId, { windowId, editId, waiting });
      if (writer === undefined) changed();
      return { writer: 'here', wanted: waiting !== null };
    },
    async takeOver(batchId, windowId) {
      const writer = writers.get(batchId);
      if (writer === undefined) writers.set(batchId, { windowId, editId: null, waiting: null });
      if (writer === undefined || writer.windowId === windowId) changed();
      else await wait(writing, batchId, windowId);
    },
    handOver(batchId, windowId, failure) {
      const writer = writers.get(batchId);
      if (writer?.windowId !== windowId || writer.waiting === null) return;
      if (failure === null) passOn(writing, batchId);
      else stopWaiting(writing, batchId, editedElsewhere(batchesErrorText.otherNotSaved(failure)));
    },
    stop(batchId, { windowId, editId }) {
      const writer = writers.get(batchId);
      if (writer?.windowId === windowId && writer.editId === editId) passOn(writing, batchId);
    },
    windowGone(windowId) {
      for (const [batchId, writer] of [...writers]) {
        if (writer.windowId === windowId) passOn(writing, batchId);
        else if (writer.waiting?.windowId === windowId) {
          stopWaiting(writing, batchId, editedElsewhere(batchesErrorText.takenByAnother));
        }
      }
    },
    windowOf: (batchId) => writers.get(batchId)?.windowId ?? null,
    requireWriter(batchId, windowId, what) {
      const writer = writers.get(batchId);
      if (writer !== undefined && writer.windowId !== windowId) {
        throw editedElsewhere(
          what === 'rows' ? batchesErrorText.editedElsewhere : batchesErrorText.openElsewhere,
        );
      }
    },
  };
}

/** Passes the batch on to the window that waits, or to nobody. */
function passOn({ writers, changed }: Writing, batchId: string): void {
  const waiting = writers.get(batchId)?.waiting ?? null;
  if (waiting === null) writers.delete(batchId);
  else writers.set(batchId, { windowId: waiting.windowId, editId: null, waiting: null });
  waiting?.settle(null);
  changed();
}

/** The writer keeps the batch. */
function stopWaiting({ writers, changed }: Writing, batchId: string, failure: CodedError): void {
  const writer = writers.get(batchId);
  if (writer === undefined) return;
  writers.set(batchId, { ...writer, waiting: null });
  writer.waiting?.settle(failure);
  changed();
}

/** Resolves once the batch was passed on to the window; one that waited before it no longer does. */
function wait(writing: Writing, batchId: string, windowId: number): Promise<void> {
  const { writers, changed, patienceMs } = writing;
  const writer = writers.get(batchId);
  if (writer === undefined) return Promise.resolve();
  writer.waiting?.settle(editedElsewhere(batchesErrorText.takenByAnother));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => stopWaiting(writing, batchId, editedElsewhere(batchesErrorText.otherWindowSilent)),
      patienceMs,
    );
    const settle = (failure: CodedError | null): void => {
      clearTimeout(timer);
      if (failure === null) resolve();
      else reject(failure);
    };
    writers.set(batchId, { ...writer, waiting: { windowId, settle } });
    changed();
  });
}

/** Worth another try: the other window may have finished by then. */
const editedElsewhere = (message: string): CodedError =>
  new CodedError({ code: 'EDITED_ELSEWHERE', message, retryable: true });
