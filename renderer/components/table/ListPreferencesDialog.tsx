import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import type { ReactElement } from 'react';
import { pageSizes, type ListPreferences, type PageSize } from '../../../shared/domain/listPreferences';
import { formatNumber } from '../../../shared/text/formats';
import { isMovable, shownColumns, storedColumns, type ListColumn } from './listColumns';
import { tableText } from './tableText';

interface ListPreferencesDialogProps<Item> {
  readonly columns: readonly ListColumn<Item>[];
  readonly preferences: ListPreferences;
  readonly pageSize: PageSize;
  readonly onChange: (part: ListPreferences) => void;
}

/** The button beside a list's pages, and the dialog in which a person sets up the list. */
export function ListPreferencesDialog<Item>({
  columns,
  preferences,
  pageSize,
  onChange,
}: ListPreferencesDialogProps<Item>): ReactElement {
  const movable = columns.filter(isMovable);
  return (
    <CollectionPreferences
      preferences={{
        pageSize,
        wrapLines: preferences.wrapLines ?? true,
        contentDensity: preferences.density ?? 'comfortable',
        contentDisplay: shownColumns(movable, preferences.columns),
      }}
      pageSizePreference={{
        options: pageSizes.map((value) => ({ value, label: tableText.rows(formatNumber(value)) })),
      }}
      wrapLinesPreference={{}}
      contentDensityPreference={{}}
      contentDisplayPreference={{
        options: movable.map(({ id, header, isRowHeader = false }) => ({
          id,
          label: typeof header === 'string' ? header : id,
          alwaysVisible: isRowHeader,
        })),
      }}
      onConfirm={({ detail }) => {
        onChange({
          pageSize: pageSizes.find((size) => size === detail.pageSize),
          wrapLines: detail.wrapLines,
          density: detail.contentDensity,
          columns: storedColumns(detail.contentDisplay ?? [], preferences.columns),
        });
      }}
    />
  );
}
