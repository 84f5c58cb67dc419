import type { TableProps } from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import type { ListPreferences, PageSize } from '../../../shared/domain/listPreferences';
import {
  drawnColumns,
  fittedColumns,
  ownColumnId,
  resizedWidths,
  shownColumns,
  stickyColumns,
  type ListColumn,
} from './listColumns';
import { ListPreferencesDialog } from './ListPreferencesDialog';
import { useListRoom } from './useListRoom';

interface ListTableDeps<Item> {
  /** All of them, in the order they have by default. */
  readonly columns: readonly ListColumn<Item>[];
  readonly preferences: ListPreferences;
  readonly pageSize: PageSize;
  readonly change: (part: ListPreferences) => void;
  readonly hasSelection?: boolean;
  /** Columns that stay in sight while the others scroll, as long as they are the first or the last ones. */
  readonly keyColumns: readonly string[];
}

type ListTable<Item> = Pick<
  TableProps<Item>,
  | 'columnDefinitions'
  | 'columnDisplay'
  | 'resizableColumns'
  | 'onColumnWidthsChange'
  | 'wrapLines'
  | 'contentDensity'
  | 'preferences'
  | 'stickyColumns'
>;

/** CSS pixels, Cloudscape's own. */
const selectionWidth = 54;

/** What a table needs to be as the person set it up, and the dialog to do so. */
export function useListTable<Item>({
  columns,
  preferences,
  pageSize,
  change,
  hasSelection = false,
  keyColumns,
}: ListTableDeps<Item>): ListTable<Item> {
  const room = useListRoom() - (hasSelection ? selectionWidth : 0);
  const { columns: stored, widths } = preferences;
  const shown = useMemo(() => shownColumns(columns, stored), [columns, stored]);
  const drawn = useMemo(
    () => drawnColumns(columns, fittedColumns(columns, shown, room), widths),
    [columns, shown, widths, room],
  );
  return {
    columnDefinitions: drawn,
    columnDisplay: shown.map(({ id, visible }) => ({
      id: drawn.find((each) => ownColumnId(each.id) === id)?.id ?? id,
      visible,
    })),
    resizableColumns: true,
    onColumnWidthsChange: ({ detail }) => {
      change({ widths: { ...widths, ...resizedWidths(drawn, detail.widths) } });
    },
    wrapLines: preferences.wrapLines ?? true,
    contentDensity: preferences.density ?? 'comfortable',
    stickyColumns: stickyColumns(shown, keyColumns),
    preferences: (
      <ListPreferencesDialog
        columns={columns}
        preferences={preferences}
        pageSize={pageSize}
        onChange={change}
      />
    ),
  };
}
