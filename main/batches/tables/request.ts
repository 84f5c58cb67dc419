import { z } from 'zod';
import {
  importLeftOut,
  storedAsNumbers,
  tableReading,
  type ImportOptions,
} from '../../../shared/domain/batch/batchImport';
import { errorBody } from '../../../shared/errorBody';

/** A file or pasted text as rows of texts. */
const table = z.object({
  ...tableReading.shape,
  /** SHA-256 of its bytes, hex. */
  sha256: z.string(),
  /** Whole numbers, by column. */
  storedAsNumbers: z.array(storedAsNumbers),
  /** Cells in a different encoding than the rest of the file, as they were read; the first 20. */
  mended: z.array(z.object({ rowNumber: z.number(), text: z.string() })),
  /** The rows that contain anything. */
  rows: z.array(z.array(z.string())),
  /** Parallel to the rows: the number in the file's own program, from 1. */
  rowNumbers: z.array(z.number()),
  /** What the reader left out of the file. */
  leftOut: z.array(importLeftOut),
});
export type Table = z.infer<typeof table>;

/** The source of a table. */
export type TableSource = { readonly file: string } | { readonly text: string };

/** How to read a table; what is omitted is detected. */
export type ReadOptions = Pick<ImportOptions, 'encoding' | 'delimiter' | 'sheet' | 'withHiddenRows'>;

/** A table to write. Its first row is the header row. */
export interface TableToWrite {
  /** The absolute path. */
  readonly file: string;
  readonly format: 'csv' | 'xlsx';
  readonly rows: readonly (readonly string[])[];
}

/** The one message to the process that reads and writes tables. */
export type TableOrder =
  | { readonly type: 'read'; readonly source: TableSource; readonly options: ReadOptions }
  | ({ readonly type: 'write' } & TableToWrite);

/** Its answer: one message, or a table in pieces (tablePieces.ts). */
export const tableAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rows'), ...table.pick({ rows: true, rowNumbers: true }).shape }),
  z.object({ type: z.literal('read'), table }),
  z.object({ type: z.literal('written') }),
  z.object({ type: z.literal('failed'), error: errorBody }),
]);
export type TableAnswer = z.infer<typeof tableAnswer>;
