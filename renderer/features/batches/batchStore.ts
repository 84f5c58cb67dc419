import { batchColumns, mostRows, type BatchRowInput } from '../../../shared/domain/batch';
import { counted } from '../../../shared/counted';
import type { ChannelOutput } from '../../../shared/ipc';
import type { AccountMatch } from './accountMatch';
import { columnNames } from '../../../shared/domain/batchWords';
import { cellText, roleTyped, type CellValue } from './cells';
import { tableText } from './clipboardText';
import { noHistory, recorded, redo, undo, type History, type Step } from './history';
import {
  canEdit,
  columnAt,
  idAt,
  marksIn,
  openedState,
  reloadedState,
  rowNow,
  shownRows,
  stateAfter,
  stateChecked,
  stateFollowed,
  type GridState,
} from './gridState';
import { nextProblem } from './nextProblem';
import { filling, pasting } from './pasting';
import { cellsSet, rowsInserted, rowsRemoved, type CellChange } from './rowCommands';
import type { Patch } from './rowPatch';
import { viewOf, type RowFilter, type RowSort } from './rowView';
import { at, blockOf, kept, moved, wholeRows, type Move, type Selection } from './selection';

type Column = (typeof batchColumns)[number];

interface BatchStoreOptions {
  readonly stored: Pick<ChannelOutput<'batches.get'>, 'rows' | 'version'>;
  readonly match: AccountMatch;
  /** What was done when the batch was open before. */
  readonly history?: History | undefined;
  /** Told of every row that has to be written. */
  readonly onTouched: (rowIds: readonly string[]) => void;
}

export type BatchStore = ReturnType<typeof createBatchStore>;

/** The grid's state outside React, so that a key pressed in one cell draws one row. */
export function createBatchStore({ stored, match: firstMatch, history, onTouched }: BatchStoreOptions) {
  let state: GridState = {
    ...openedState(stored.rows, crypto.randomUUID()),
    history: history ?? noHistory,
  };
  let match = firstMatch;
  let pageRows = 10;
  /** Which rows changed at which step, so that an older check does not overwrite what is newer. */
  let step = 0;
  const changedAt = new Map<string, number>();
  /** The version of what main told of the findings last. */
  let { version } = stored;
  const listeners = new Set<() => void>();

  const set = (next: Partial<GridState>): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const touched = (rowIds: readonly string[]): void => {
    step += 1;
    for (const rowId of rowIds) changedAt.set(rowId, step);
    onTouched(rowIds);
  };
  const extent = (): { rows: number; pageRows: number } => ({ rows: shownRows(state), pageRows });
  const announce = (announced: string): void => set({ announced });

  /** Does a new step, which can be undone. */
  const run = (patch: Patch): void => {
    if (patch.length === 0) return;
    set({ ...stateAfter(state, patch), history: recorded(state.history, patch) });
    touched(patch.map(({ rowId }) => rowId));
  };
  const replay = (next: Step | null, said: string): void => {
    if (next === null) {
      announce(`Nothing to ${said}.`);
      return;
    }
    const locked = next.patch.some(({ rowId }) => !canEdit(state, rowId));
    if (locked) {
      announce('A row of that step was sent meanwhile, so it stays as it is.');
      return;
    }
    set({
      ...stateAfter(state, next.patch),
      history: next.history,
      announced: `Did ${said}: ${counted(next.patch.length, 'row')}.`,
    });
    touched(next.patch.map(({ rowId }) => rowId));
    showFirst(next.patch);
  };
  /** Goes to the first row of a step where it is on screen. */
  const showFirst = (patch: Patch): void => {
    const row = state.view.findIndex((rowId) => rowId === patch[0]?.rowId);
    if (row >= 0) set({ selection: at(row, state.selection.active.column) });
  };

  const valueOf = (column: Column, text: string): CellValue => {
    if (column === 'account') return match.valueOf(text);
    return { text: column === 'role' ? roleTyped(text) : text.trim(), account: null };
  };
  /** The rows of the selection that are there and can be changed. */
  const chosenIds = (): readonly string[] => {
    const { top, bottom } = blockOf(state.selection);
    return state.view.slice(top, bottom + 1).filter((rowId) => canEdit(state, rowId));
  };
  const chosenColumns = (): readonly Column[] => {
    const { left, right } = blockOf(state.selection);
    return batchColumns.slice(left, right + 1);
  };
  const setChosen = (valueIn: (column: Column) => CellValue): void => {
    run(filling(state, blockOf(state.selection), valueIn).patch);
  };

  const move = (where: Move, extend = false): void => {
    const selection = moved(state.selection, where, extend, extent());
    const { top, bottom, left, right } = blockOf(selection);
    const size = `${counted(bottom - top + 1, 'row')} by ${counted(right - left + 1, 'column')} selected`;
    set({ selection, ...(extend ? { announced: size } : {}) });
  };

  /** Opens the active cell. False when its row is locked. */
  const edit = (typed: boolean): boolean => {
    const { row, column } = state.selection.active;
    const rowId = idAt(state, row);
    if (!canEdit(state, rowId)) {
      announce('This row was sent and is locked.');
      return false;
    }
    const known = state.byId.get(rowId);
    if (known === undefined && state.rows.length >= mostRows) {
      announce(tooMany);
      return false;
    }
    const name = columnAt(column);
    set({
      draft: {
        rowId,
        column: name,
        text: typed || known === undefined ? '' : cellText(known, name),
        newAt: known === undefined ? (state.rows.at(-1)?.position ?? 0) + 1 : null,
        over: typed,
      },
      selection: at(row, column),
    });
    return true;
  };
  const typed = (text: string): void => {
    if (state.draft === null || state.draft.text === text) return;
    set({ draft: { ...state.draft, text } });
    touched([state.draft.rowId]);
  };
  /** Ends typing and keeps it: as a text, or as the value that was picked. */
  const commit = (picked: CellValue | null = null): void => {
    const { draft } = state;
    if (draft === null) return;
    const value = picked ?? valueOf(draft.column, draft.text);
    set({ draft: null });
    if (draft.newAt === null) run(cellsSet(state.rows, [{ ...draft, value }]));
    else if (value.text !== '') {
      run(rowsInserted(state.rows, null, [{ rowId: draft.rowId, cells: { [draft.column]: value } }]));
    }
    touched([draft.rowId]);
    const wrong = marksIn(state)(draft.rowId).findings.find(({ column }) => column === draft.column);
    if (wrong !== undefined) announce(`${columnNames[draft.column]}: ${wrong.message}`);
  };
  const cancel = (): void => {
    const { draft } = state;
    if (draft === null) return;
    set({ draft: null });
    touched([draft.rowId]);
  };

  const paste = (text: string): void => {
    const pasted = pasting(state, text, valueOf);
    if (pasted === null) {
      announce(tooMany);
      return;
    }
    const { patch, selection, announced } = pasted;
    run(patch);
    set({ selection, announced });
  };
  /** The selected cells as spreadsheets read them. */
  const copied = (): string => {
    const { top, bottom } = blockOf(state.selection);
    const rows = state.view.slice(top, bottom + 1).flatMap((rowId) => state.byId.get(rowId) ?? []);
    return tableText(rows.map((row) => chosenColumns().map((column) => cellText(row, column))));
  };

  const insertRow = (): void => {
    if (state.rows.length >= mostRows) {
      announce(tooMany);
      return;
    }
    const { row, column } = state.selection.active;
    const rowId = crypto.randomUUID();
    run(rowsInserted(state.rows, state.view[row] ?? null, [{ rowId, cells: {} }]));
    const now = state.view.indexOf(rowId);
    set({ selection: at(Math.max(0, now), column), announced: 'Row inserted.' });
  };
  const deleteRows = (): void => {
    const ids = chosenIds();
    const { row, column } = state.selection.active;
    const top = Math.min(row, blockOf(state.selection).top);
    run(rowsRemoved(state.rows, new Set(ids)));
    set({
      selection: kept(at(top, column), extent()),
      announced: `Deleted ${counted(ids.length, 'row')}.`,
    });
  };
  const fillDown = (): void => {
    const { top, bottom } = blockOf(state.selection);
    const single = top === bottom;
    const source = state.byId.get(state.view[single ? top - 1 : top] ?? '');
    if (source === undefined) return;
    setChosen((column) => ({ text: cellText(source, column), account: source.account }));
  };
  /** Goes to a cell; where the filter hides its row, all rows are shown. */
  const jumpTo = (rowId: string, column: Column): void => {
    if (!state.view.includes(rowId)) show('all', state.sort);
    const row = state.view.indexOf(rowId);
    if (row >= 0)
      set({ selection: at(row, batchColumns.indexOf(column)), focusWanted: state.focusWanted + 1 });
  };
  /** To the next finding, or back to the one before. */
  const goToProblem = (back: boolean): void => {
    const place = nextProblem(state, back);
    if (place === null) announce('No problem in the rows shown.');
    else set({ selection: at(place.row, place.column), focusWanted: state.focusWanted + 1 });
  };
  const show = (filter: RowFilter, sort: RowSort | null): void => {
    const view = viewOf({ rows: state.rows, marksOf: marksIn(state), filter, sort });
    set({
      filter,
      sort,
      view,
      selection: at(0, state.selection.active.column),
      announced: counted(view.length, 'row'),
    });
  };

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    state: (): GridState => state,
    rowNow: (rowId: string): BatchRowInput | null => rowNow(state, rowId),
    step: (): number => step,
    version: (): number => version,
    /** `since`: the step at which the check began. */
    tookCheck(found: Omit<ChannelOutput<'batches.check'>, 'batch'>, since: number): void {
      version = found.version;
      const newer = new Set([...changedAt].flatMap(([rowId, when]) => (when > since ? rowId : [])));
      set(stateChecked(state, found, newer));
    },
    /** Takes how sent rows stand now. */
    follow: (statuses: Parameters<typeof stateFollowed>[1]): void => set(stateFollowed(state, statuses)),
    reload(now: BatchStoreOptions['stored']): void {
      version = now.version;
      set(reloadedState(state, now.rows));
    },
    setMatch(next: AccountMatch): void {
      match = next;
    },
    setPageRows(rows: number): void {
      pageRows = Math.max(1, rows);
    },
    select: (selection: Selection): void => set({ selection }),
    selectRow(row: number, extend: boolean): void {
      const first = extend ? state.selection.active.row : row;
      set({ selection: wholeRows(first, row) });
    },
    selectRows(): void {
      const { top, bottom } = blockOf(state.selection);
      set({ selection: wholeRows(top, bottom) });
    },
    selectAll(): void {
      set({
        selection: wholeRows(0, Math.max(0, state.view.length - 1)),
        announced: `${counted(state.view.length, 'row')} selected`,
      });
    },
    move,
    edit,
    typed,
    commit,
    cancel,
    clear: (): void => setChosen(() => ({ text: '', account: null })),
    paste,
    copied,
    insertRow,
    deleteRows,
    fillDown,
    chosenIds,
    /** Writes into many cells, or takes rows out, as one step. */
    change(cells: readonly CellChange[], removed: ReadonlySet<string>): void {
      const free = cells.filter(({ rowId }) => canEdit(state, rowId) && !removed.has(rowId));
      const gone = new Set([...removed].filter((rowId) => canEdit(state, rowId)));
      run([...cellsSet(state.rows, free), ...rowsRemoved(state.rows, gone)]);
    },
    undo: (): void => replay(undo(state.history), 'undo'),
    redo: (): void => replay(redo(state.history), 'redo'),
    jumpTo,
    goToProblem,
    show,
    announce,
  };
}

const tooMany = `A batch has at most ${mostRows.toLocaleString()} rows. Put the rest into another batch.`;
