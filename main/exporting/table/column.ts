/** A value in the file: a text, a number, a time, or nothing. */
export type Value = string | number | Date | null;

/** A column of a file, and its value in each row. */
export interface Column<Row> {
  readonly header: string;
  readonly value: (row: Row) => Value;
  /** In characters, for a workbook. */
  readonly width: number;
}

/** A time as a value. @param at ms since 1970; null = never */
export const timeValue = (at: number | null): Date | null => (at === null ? null : new Date(at));
