import { batchColumns, type BatchColumn } from '../../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../../shared/text/pluralize';
import type { GridCore } from '../gridCore';
import { marksIn } from '../gridState';
import { nextProblem } from '../nextProblem';
import { viewOf, type RowFilter, type RowSort } from '../rows/rowView';
import { at, blockOf, moved, wholeRows, type Extent, type Move, type Selection } from '../selection';
import { commandsText } from './commandsText';

/** The selection, and which rows are shown. None of it changes a row. */
export interface NavigationCommands {
  move(where: Move, extend?: boolean): void;
  select(selection: Selection): void;
  selectRow(row: number, extend: boolean): void;
  selectRows(): void;
  selectAll(): void;
  show(filter: RowFilter, sort: RowSort | null): void;
  /** Goes to a cell; if the filter hides its row, all rows are shown. */
  jumpTo(rowId: string, column: BatchColumn): void;
  /** To the next finding, or the previous one. */
  goToProblem(back: boolean): void;
}

export function navigationCommands(
  { state, set, announce }: GridCore,
  extent: () => Extent,
): NavigationCommands {
  /** Selects a cell and moves the grid's focus there. */
  const goTo = (row: number, column: number): void => {
    set({ selection: at(row, column), focusWanted: state().focusWanted + 1 });
  };
  const show = (filter: RowFilter, sort: RowSort | null): void => {
    const { rows, selection } = state();
    const view = viewOf({ rows, marksOf: marksIn(state()), filter, sort });
    set({ filter, sort, view, selection: at(0, selection.active.column) });
    announce(pluralize(view.length, 'row'));
  };

  return {
    move(where, extend = false) {
      const selection = moved(state().selection, where, extend, extent());
      const { top, bottom, left, right } = blockOf(selection);
      set({ selection });
      if (extend) {
        announce(
          `${pluralize(bottom - top + 1, 'row')} by ${pluralize(right - left + 1, 'column')} selected`,
        );
      }
    },
    select: (selection) => set({ selection }),
    selectRow(row, extend) {
      set({ selection: wholeRows(extend ? state().selection.active.row : row, row) });
    },
    selectRows() {
      const { top, bottom } = blockOf(state().selection);
      set({ selection: wholeRows(top, bottom) });
    },
    selectAll() {
      const { view } = state();
      set({ selection: wholeRows(0, Math.max(0, view.length - 1)) });
      announce(`${pluralize(view.length, 'row')} selected`);
    },
    show,
    jumpTo(rowId, column) {
      if (!state().view.includes(rowId)) show('all', state().sort);
      const row = state().view.indexOf(rowId);
      if (row >= 0) goTo(row, batchColumns.indexOf(column));
    },
    goToProblem(back) {
      const place = nextProblem(state(), back);
      if (place === null) announce(commandsText.noProblemShown);
      else goTo(place.row, place.column);
    },
  };
}
