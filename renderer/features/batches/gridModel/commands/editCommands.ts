import { maxRows, type BatchColumn, type BatchRowInput } from '../../../../../shared/domain/batch/batch';
import { cellLine, type CellValue, type ValueOf } from '../cells';
import type { GridCore } from '../gridCore';
import { canEdit, columnAt, idAt, marksIn, tooMany, type Draft } from '../gridState';
import { findingText } from '../findingAnnouncements';
import { cellsSet, rowsInserted } from './rowCommands';
import { at } from '../selection';
import { gridModelText } from '../gridModelText';
import { commandsText } from './commandsText';

/** Typing in a cell: it is stored while typing, and becomes an undo step when it ends. */
export interface EditCommands {
  /** Opens the active cell; an open one stays as it is. False if its row is locked. */
  edit(typed: boolean): boolean;
  typed(text: string): void;
  /** Ends typing and keeps the text, or the picked value. An unchanged value changes nothing. */
  commit(picked?: CellValue | null): void;
  cancel(): void;
}

export function editCommands(
  { state, set, touched, announce, run }: GridCore,
  valueOf: ValueOf,
): EditCommands {
  return {
    edit(typed) {
      const { selection, byId, rows, draft } = state();
      const { row, column } = selection.active;
      const rowId = idAt(state(), row);
      const name = columnAt(column);
      if (draft?.rowId === rowId && draft.column === name) return true;
      if (state().isReadOnly || !canEdit(state(), rowId)) {
        announce(state().isReadOnly ? gridModelText.readOnly : commandsText.rowLocked);
        return false;
      }
      const known = byId.get(rowId);
      if (known === undefined && rows.length >= maxRows) {
        announce(tooMany);
        return false;
      }
      set({
        draft: newDraft({ rowId, column: name, known, last: rows.at(-1), typed }),
        selection: at(row, column),
      });
      return true;
    },
    typed(text) {
      const { draft } = state();
      if (draft === null || draft.text === text) return;
      set({ draft: { ...draft, text } });
      touched([draft.rowId]);
    },
    commit(picked = null) {
      const { draft, rows } = state();
      if (draft === null) return;
      const value = picked ?? valueOf(draft.column, draft.text);
      set({ draft: null });
      if (picked === null && draft.text === draft.before) {
        // It may have been stored with something else in the meantime.
        touched([draft.rowId]);
        return;
      }
      if (draft.newAt === null) run(cellsSet(rows, [{ ...draft, value }]));
      else if (value.text !== '') {
        run(rowsInserted(rows, null, [{ rowId: draft.rowId, cells: { [draft.column]: value } }]));
      }
      touched([draft.rowId]);
      const { findings } = marksIn(state())(draft.rowId);
      const wrong = findings.find(({ column }) => column === draft.column);
      if (wrong !== undefined) announce(findingText(wrong));
    },
    cancel() {
      const { draft } = state();
      if (draft === null) return;
      set({ draft: null });
      touched([draft.rowId]);
    },
  };
}

/** @param known the current row; undefined: it is created with this cell, after the last one */
function newDraft({
  rowId,
  column,
  known,
  last,
  typed,
}: {
  readonly rowId: string;
  readonly column: BatchColumn;
  readonly known: BatchRowInput | undefined;
  readonly last: BatchRowInput | undefined;
  readonly typed: boolean;
}): Draft {
  const before = known === undefined ? '' : cellLine(known, column);
  return {
    rowId,
    column,
    text: typed ? '' : before,
    before,
    newAt: known === undefined ? (last?.position ?? 0) + 1 : null,
    over: typed,
  };
}
