import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import ToggleButton from '@cloudscape-design/components/toggle-button';
import { memo, useMemo, type ReactElement } from 'react';
import { gridCommand, gridCommandLook } from '../../../../shared/domain/batch/gridCommands';
import { isMac } from '../../../components/dom/isMac';
import type { GridStore } from '../gridModel/gridStore';
import { FindBar } from './FindBar';
import { gridKeyName } from './gridKeys';
import { filterCounts, isShown, noMarks } from '../gridModel/rows/rowView';
import { RowFilterPicker } from './RowFilterPicker';
import { useGridState } from './useGridState';
import { gridText } from './gridText';

interface GridToolbarProps {
  readonly store: GridStore;
  readonly problemsShown: boolean;
  readonly showProblems: (shown: boolean) => void;
  readonly onApply: () => void;
}

/** Which rows are shown, and what can be done with the selected ones. */
export const GridToolbar = memo(function GridToolbar(props: GridToolbarProps): ReactElement {
  const { store, problemsShown, showProblems, onApply } = props;
  const rows = useGridState(store, (state) => state.rows);
  const marks = useGridState(store, (state) => state.marks);
  const filter = useGridState(store, (state) => state.filter);
  const sort = useGridState(store, (state) => state.sort);
  const { done, undone } = useGridState(store, ({ history }) => history);
  const isReadOnly = useGridState(store, (state) => state.isReadOnly);
  const counts = useMemo(() => filterCounts(rows, (rowId) => marks.get(rowId) ?? noMarks), [rows, marks]);
  const view = useGridState(store, (state) => state.view);
  // Rows stay visible while one fixes them.
  const misfits =
    filter === 'all' ? 0 : view.filter((rowId) => !isShown(marks.get(rowId) ?? noMarks, filter)).length;
  return (
    <div className="filters">
      <RowFilterPicker filter={filter} counts={counts} onSelect={(selected) => store.show(selected, sort)} />
      <span className="inline-row">
        <Button
          iconName="undo"
          variant="icon"
          ariaLabel={gridText.undo}
          disabled={isReadOnly || done.length === 0}
          onClick={store.undo}
        />
        <Button
          iconName="redo"
          variant="icon"
          ariaLabel={gridText.redo}
          disabled={isReadOnly || undone.length === 0}
          onClick={store.redo}
        />
        <ButtonDropdown
          disabled={isReadOnly}
          items={[
            { id: 'apply', text: gridText.applyToSelected },
            ...gridCommand.options.map((id) => ({
              id,
              text: gridCommandLook(id, isMac).name,
              secondaryText: gridKeyName(id, isMac),
            })),
          ]}
          onItemClick={({ detail: { id } }) => {
            const { data: command } = gridCommand.safeParse(id);
            if (command === undefined) onApply();
            else store[command]();
          }}
        >
          {gridText.selectedRowsMenu}
        </ButtonDropdown>
        <ToggleButton
          pressed={problemsShown}
          iconName="list-view"
          onChange={({ detail }) => showProblems(detail.pressed)}
        >
          {gridText.problems}
        </ToggleButton>
        <FindBar store={store} />
      </span>
      {misfits === 0 ? null : (
        <Button variant="inline-link" onClick={() => store.show(filter, sort)}>
          {gridText.updateList(misfits)}
        </Button>
      )}
    </div>
  );
});
