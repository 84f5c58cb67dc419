import type { TableProps } from '@cloudscape-design/components/table';
import type { ListPreferences } from '../../../shared/domain/listPreferences';

/** A column of a list that remembers itself. One whose header is only for screen readers keeps its place and is always shown. */
export interface ListColumn<Item> extends TableProps.ColumnDefinition<Item> {
  readonly id: string;
  /** CSS pixels; widened or narrowed to the window as long as the person set none. */
  readonly width: number;
  /** What its longest word needs. */
  readonly minWidth: number;
  /** Whether it is shown only once a person selects it. */
  readonly initiallyHidden?: boolean;
}

interface ShownColumn {
  readonly id: string;
  readonly visible: boolean;
}

type StoredColumns = NonNullable<ListPreferences['columns']>;

/** Whether a person may hide and move the column. */
export const isMovable = <Item>({ header }: ListColumn<Item>): boolean => typeof header === 'string';

/** All of a list's columns in the person's order. A column that isn't stored follows the one it follows by default. */
export function shownColumns<Item>(
  columns: readonly ListColumn<Item>[],
  stored: StoredColumns = [],
): readonly ShownColumn[] {
  const movable = columns.filter(isMovable);
  const byId = new Map(movable.map((column) => [column.id, column]));
  const known = stored
    .filter(({ id }, index) => byId.has(id) && stored.findIndex((each) => each.id === id) === index)
    .map(({ id, visible }) => ({ id, visible: visible || byId.get(id)?.isRowHeader === true }));
  const first = columns.findIndex(isMovable);
  const fixed = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !isMovable(column));
  const shown = ({ column: { id } }: { readonly column: ListColumn<Item> }) => ({ id, visible: true });
  return [
    ...fixed.filter(({ index }) => index < first).map(shown),
    ...inserted(
      known,
      movable.map(({ id, initiallyHidden = false }) => ({ id, visible: !initiallyHidden })),
    ),
    ...fixed.filter(({ index }) => index > first).map(shown),
  ];
}

/**
 * What is stored once the person confirmed an order. Columns that the list lacks at the moment, or that only another version has,
 * keep their places.
 */
export const storedColumns = (
  confirmed: readonly ShownColumn[],
  stored: StoredColumns = [],
): StoredColumns => [...inserted(confirmed, stored)];

/** Adds what only `source` has, each after the one it follows there. */
function inserted(base: readonly ShownColumn[], source: readonly ShownColumn[]): readonly ShownColumn[] {
  const result = base.map(({ id, visible }) => ({ id, visible }));
  source.forEach(({ id, visible }, index) => {
    if (result.some((each) => each.id === id)) return;
    const before = source[index - 1]?.id;
    result.splice(result.findIndex((each) => each.id === before) + 1, 0, { id, visible });
  });
  return result;
}

/**
 * The columns with widths that share the room in proportion; none gets less than its `minWidth`.
 * @param room CSS pixels
 */
export function fittedColumns<Item>(
  columns: readonly ListColumn<Item>[],
  shown: readonly ShownColumn[],
  room: number,
): readonly ListColumn<Item>[] {
  const visible = new Set(shown.filter((each) => each.visible).map(({ id }) => id));
  const drawn = columns.filter(({ id }) => visible.has(id));
  const total = drawn.reduce((sum, { width }) => sum + width, 0);
  const spare = drawn.reduce((sum, { width, minWidth }) => sum + width - minWidth, 0);
  const missing = Math.max(0, total - room);
  const share = spare === 0 ? 0 : Math.min(1, missing / spare);
  return columns.map((column) => ({
    ...column,
    width: Math.floor(
      missing > 0
        ? column.width - (column.width - column.minWidth) * share
        : (column.width * room) / Math.max(1, total),
    ),
  }));
}

/**
 * The columns as a table takes them. A table reads the width of a column only when it first sees the column's ID, so the ID includes
 * the fitted width: with other columns or in a window of another size, the widths are fitted again.
 * @param widths as stored, which count for more
 */
export const drawnColumns = <Item>(
  columns: readonly ListColumn<Item>[],
  fitted: readonly ListColumn<Item>[],
  widths: ListPreferences['widths'],
): readonly ListColumn<Item>[] =>
  fitted.map((column, index) => ({
    ...column,
    id: `${column.id}@${String(column.width)}`,
    width:
      widths === undefined
        ? column.width
        : Math.max(column.minWidth, widths[column.id] ?? columns[index]?.width ?? column.width),
  }));

/** The list's own ID of a column as the table has it. */
export const ownColumnId = (drawnId: string): string => drawnId.replace(/@\d+$/, '');

/** The widths to store once a column was resized. @param widths as the table reports them, one for each column */
export const resizedWidths = <Item>(
  columns: readonly ListColumn<Item>[],
  widths: readonly number[],
): NonNullable<ListPreferences['widths']> =>
  Object.fromEntries(
    columns.map(({ id, width }, index) => [ownColumnId(id), Math.round(widths[index] ?? width)]),
  );

/**
 * How many of the first visible columns are among `keys`, and whether the last one is: these stay in sight while the others scroll.
 * Two at the end would cover half of the handle between them.
 */
export function stickyColumns(
  shown: readonly ShownColumn[],
  keys: readonly string[],
): { readonly first: number; readonly last: 0 | 1 } {
  const visible = shown.filter((each) => each.visible).map(({ id }) => id);
  const firstOther = visible.findIndex((id) => !keys.includes(id));
  if (firstOther < 0) return { first: 0, last: 0 };
  return { first: firstOther, last: keys.includes(visible.at(-1) ?? '') ? 1 : 0 };
}
