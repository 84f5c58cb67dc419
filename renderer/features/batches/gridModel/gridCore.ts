import { maxRows } from '../../../../shared/domain/batch/batch';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { pluralize } from '../../../../shared/text/pluralize';
import { fittingHistory, noHistory, recorded, type History, type Step } from './history';
import { canChange, countAfter, openedState, stateAfter, tooMany, type GridState } from './gridState';
import type { Patch } from './rows/rowPatch';
import { at } from './selection';
import { gridModelText } from './gridModelText';

export interface GridCoreOptions {
  readonly rows: ChannelOutput<'batches.get'>['rows'];
  /** What was done when the batch was last open. */
  readonly history?: History | undefined;
  /** Called with every row that has to be written. */
  readonly onTouched: (rowIds: readonly string[]) => void;
}

/** What all commands of the grid use. */
export interface GridCore {
  readonly state: () => GridState;
  readonly set: (next: Partial<GridState>) => void;
  /** @returns a function that unsubscribes */
  readonly subscribe: (listener: () => void) => () => void;
  /** Counts how many times rows were changed. */
  readonly step: () => number;
  /** The rows that were changed after a step. */
  readonly touchedSince: (step: number) => ReadonlySet<string>;
  /** Reports rows that have to be written. */
  readonly touched: (rowIds: readonly string[]) => void;
  /** Announces a text, even if it is the same as before. */
  readonly announce: (text: string) => void;
  /** Applies a new step, which can be undone. */
  readonly run: (patch: Patch) => void;
  /** Applies a step of the history, if there is one and its rows may still change. */
  readonly replay: (next: Step | null, announcement: string) => void;
}

export function createGridCore({ rows, history, onTouched }: GridCoreOptions): GridCore {
  const opened = openedState(rows, crypto.randomUUID());
  let state: GridState = { ...opened, history: fittingHistory(history ?? noHistory, opened.byId) };
  let step = 0;
  /** The step at which each row was last changed. */
  const touchedAt = new Map<string, number>();
  const listeners = new Set<() => void>();

  const set = (next: Partial<GridState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const touched = (rowIds: readonly string[]): void => {
    step += 1;
    for (const rowId of rowIds) touchedAt.set(rowId, step);
    onTouched(rowIds);
  };
  const announce = (text: string): void => set({ announced: { text, turn: state.announced.turn + 1 } });
  /** Whether nothing may change now, which is announced. */
  const isRefused = (): boolean => {
    if (state.isReadOnly) announce(gridModelText.readOnly);
    return state.isReadOnly;
  };
  /** Goes to the first row of a step if it is on screen. */
  const showFirst = (patch: Patch): void => {
    const row = state.view.findIndex((rowId) => rowId === patch[0]?.rowId);
    if (row >= 0) set({ selection: at(row, state.selection.active.column) });
  };

  return {
    state: () => state,
    set,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    step: () => step,
    touchedSince: (since) => new Set([...touchedAt].flatMap(([rowId, when]) => (when > since ? rowId : []))),
    touched,
    announce,
    run(patch) {
      if (patch.length === 0 || isRefused()) return;
      set({ ...stateAfter(state, patch), history: recorded(state.history, patch) });
      touched(patch.map(({ rowId }) => rowId));
    },
    replay(next, announcement) {
      if (isRefused()) return;
      const problem = replayProblem(state, next, announcement);
      if (next === null || problem !== null) {
        announce(problem ?? '');
        return;
      }
      set({ ...stateAfter(state, next.patch), history: next.history });
      announce(gridModelText.replayed(announcement, pluralize(next.patch.length, 'row')));
      touched(next.patch.map(({ rowId }) => rowId));
      showFirst(next.patch);
    },
  };
}

/** Why a step can't be replayed now; null: it can. */
function replayProblem(state: GridState, next: Step | null, announcement: string): string | null {
  if (next === null) return gridModelText.nothingToReplay(announcement);
  if (!next.patch.every((change) => canChange(state, change))) return gridModelText.replayLocked;
  // Rows may have been added outside of steps, so there isn't always room for restoring removed ones.
  return countAfter(state, next.patch) > Math.max(maxRows, state.rows.length) ? tooMany : null;
}
