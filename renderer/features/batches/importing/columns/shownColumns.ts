import type { ImportPreview } from '../../../../../shared/domain/batch/batchImport';
import { columnLabel } from '../importText';

/** A column of the file as the wizard shows it. */
export interface ShownColumn {
  /** Its index in the file; 0 is the first. */
  readonly index: number;
  /** Its name, marked if the file's own program hides it. */
  readonly label: string;
}

type Columns = Pick<ImportPreview, 'columns' | 'hiddenColumns'>;

/** The columns with these indexes, those hidden by the file's own program last. */
export const inShownOrder = (
  { columns, hiddenColumns }: Columns,
  indexes: readonly number[],
): readonly ShownColumn[] =>
  indexes
    .map((index) => ({ index, name: columns[index]?.name ?? '', isHidden: hiddenColumns.includes(index) }))
    .sort((one, other) => Number(one.isHidden) - Number(other.isHidden))
    .map(({ index, name, isHidden }) => ({ index, label: columnLabel(name, isHidden) }));

/** The columns to show: those with content or in use. */
export const shownColumns = (preview: Columns & Pick<ImportPreview, 'mapping'>): readonly ShownColumn[] => {
  const used = new Set(Object.values(preview.mapping).flat());
  const indexes = preview.columns.flatMap(({ isEmpty }, index) =>
    !isEmpty || used.has(index) ? [index] : [],
  );
  return inShownOrder(preview, indexes);
};
