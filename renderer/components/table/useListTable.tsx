import type { TableProps } from '@cloudscape-design/components/table';
import { useMemo, useState } from 'react';
import type { ListPreferences, PageSize } from '../../../shared/domain/listPreferences';
import { fittedColumns, resizedWidths, shownColumns, stickyColumns, type ListColumn } from './listColumns';
import { ListPreferencesDialog } from './ListPreferencesDialog';

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
  const [room] = useState(roomForList);
  const { columns: stored, widths } = preferences;
  const shown = useMemo(() => shownColumns(columns, stored), [columns, stored]);
  const definitions = useMemo(
    () => fittedColumns(columns, shown, widths, room - (hasSelection ? selectionWidth : 0)),
    [columns, shown, widths, room, hasSelection],
  );
  return {
    columnDefinitions: definitions,
    columnDisplay: shown,
    resizableColumns: true,
    onColumnWidthsChange: ({ detail }) => {
      change({ widths: { ...widths, ...resizedWidths(definitions, detail.widths) } });
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

/** CSS pixels, and a little more: the screen gets one once the list is drawn. */
const scrollbarWidth = 16;

/** The width of the screen in which a list is about to be drawn, in CSS pixels. */
const roomForList = (): number =>
  (document.querySelector('.screen')?.clientWidth ?? window.innerWidth) - scrollbarWidth;
