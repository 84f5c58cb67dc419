import {
  batchColumns,
  maxRows,
  type BatchColumn,
  type BatchRowInput,
} from '../../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../../shared/text/pluralize';
import { cellText, type CellValue, type ValueOf } from '../cells';
import { tableText } from './clipboardText';
import type { GridCore } from '../gridCore';
import { canEdit, tooMany } from '../gridState';
import { rowsWithProblems } from '../findingAnnouncements';
import { filling, pasting } from './paste';
import { cellsSet, rowsInserted, rowsRemoved, type CellChange } from './rowCommands';
import { at, blockOf, clamped, type Extent } from '../selection';
import { gridModelText } from '../gridModelText';
import { commandsText } from './commandsText';

/** Changing the selected block, and whole rows. Each is one undo step. */
export interface BlockCommands {
  /** The existing selected rows that can be changed. */
  selectedIds(): readonly string[];
  /** The selected cells in the format of spreadsheets. */
  copied(): string;
  paste(text: string): void;
  /** Announces that nothing was pasted, and why. */
  refusePaste(why: string): void;
  /** Dismisses the text about what wasn't pasted. */
  readNotPasted(): void;
  clear(): void;
  fillDown(): void;
  insertRow(): void;
  deleteRows(): void;
  /** Writes into many cells, or removes rows. */
  change(cells: readonly CellChange[], removed: ReadonlySet<string>): void;
}

export function blockCommands(core: GridCore, valueOf: ValueOf, extent: () => Extent): BlockCommands {
  const { state } = core;
  const selectedIds = (): readonly string[] => {
    const { top, bottom } = blockOf(state().selection);
    return state()
      .view.slice(top, bottom + 1)
      .filter((rowId) => canEdit(state(), rowId));
  };
  return {
    selectedIds,
    ...clipboardCommands(core, valueOf),
    ...fillCommands(core),
    ...wholeRowCommands(core, selectedIds, extent),
    change(cells, removed) {
      const { rows } = state();
      const free = cells.filter(({ rowId }) => canEdit(state(), rowId) && !removed.has(rowId));
      const gone = new Set([...removed].filter((rowId) => canEdit(state(), rowId)));
      core.run([...cellsSet(rows, free), ...rowsRemoved(rows, gone)]);
    },
  };
}

function clipboardCommands(
  { state, set, announce, run }: GridCore,
  valueOf: ValueOf,
): Pick<BlockCommands, 'copied' | 'paste' | 'refusePaste' | 'readNotPasted'> {
  /** A text that identifies the cell's account if its name doesn't: several have it, or it has another by now. */
  const copiedText = (row: BatchRowInput, column: BatchColumn): string => {
    const text = cellText(row, column);
    if (column !== 'account' || row.account === null) return text;
    const { accountId } = row.account;
    const leadsBack = (pasted: string): boolean => valueOf(column, pasted).account?.accountId === accountId;
    return !leadsBack(text) && leadsBack(accountId) ? accountId : text;
  };

  const refusePaste = (why: string): void => {
    const notPasted = commandsText.pasteRefused(why);
    set({ notPasted });
    announce(notPasted);
  };

  return {
    refusePaste,
    readNotPasted: () => set({ notPasted: null }),
    copied() {
      const { selection, view, byId } = state();
      const { top, bottom, left, right } = blockOf(selection);
      const columns = batchColumns.slice(left, right + 1);
      const rows = view.slice(top, bottom + 1).flatMap((rowId) => byId.get(rowId) ?? []);
      return tableText(rows.map((row) => columns.map((column) => copiedText(row, column))));
    },
    paste(text) {
      if (state().isReadOnly) {
        refusePaste(gridModelText.readOnly);
        return;
      }
      const pasted = pasting(state(), text, valueOf);
      if ('refused' in pasted) {
        refusePaste(pasted.refused);
        return;
      }
      const { patch, selection, announced, leftOut } = pasted;
      run(patch);
      set({ selection, notPasted: leftOut });
      const problems = rowsWithProblems(
        state(),
        patch.map(({ rowId }) => rowId),
      );
      announce([announced, leftOut, problems].filter((each) => each !== null).join(' '));
    },
  };
}

function fillCommands({ state, run }: GridCore): Pick<BlockCommands, 'clear' | 'fillDown'> {
  const setSelected = (valueIn: (column: BatchColumn) => CellValue): void => {
    run(filling(state(), blockOf(state().selection), valueIn).patch);
  };
  return {
    clear() {
      setSelected(() => ({ text: '', account: null }));
    },
    fillDown() {
      const { selection, view, byId } = state();
      const { top, bottom } = blockOf(selection);
      const single = top === bottom;
      const source = byId.get(view[single ? top - 1 : top] ?? '');
      if (source === undefined) return;
      setSelected((column) => ({ text: cellText(source, column), account: source.account }));
    },
  };
}

function wholeRowCommands(
  { state, set, announce, run }: GridCore,
  selectedIds: BlockCommands['selectedIds'],
  extent: () => Extent,
): Pick<BlockCommands, 'insertRow' | 'deleteRows'> {
  return {
    insertRow() {
      const { rows, view, selection, isReadOnly } = state();
      if (isReadOnly) {
        announce(gridModelText.readOnly);
        return;
      }
      if (rows.length >= maxRows) {
        announce(tooMany);
        return;
      }
      const { row, column } = selection.active;
      const rowId = crypto.randomUUID();
      run(rowsInserted(rows, view[row] ?? null, [{ rowId, cells: {} }]));
      const now = state().view.indexOf(rowId);
      set({ selection: at(Math.max(0, now), column) });
      announce(commandsText.rowInserted);
    },
    deleteRows() {
      if (state().isReadOnly) {
        announce(gridModelText.readOnly);
        return;
      }
      const ids = selectedIds();
      const { rows, selection } = state();
      const { row, column } = selection.active;
      const top = Math.min(row, blockOf(selection).top);
      run(rowsRemoved(rows, new Set(ids)));
      set({ selection: clamped(at(top, column), extent()) });
      announce(commandsText.deletedRows(pluralize(ids.length, 'row')));
    },
  };
}
