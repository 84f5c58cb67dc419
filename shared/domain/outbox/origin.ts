import { z } from 'zod';
import { formatNumber } from '../../text/formats';

/** From which row of which batch an operation comes, as it was when the operation was written down. */
export const origin = z.object({
  batchId: z.string(),
  batchName: z.string(),
  rowId: z.string(),
  /** The row's place in its batch, from 1; null where it was sent before that was kept. */
  rowNumber: z.number().nullable(),
  note: z.string(),
  /** The file it was imported from, and the row in it as the file's own program counts them; null where it was typed. */
  sourceFile: z.string().nullable(),
  sourceRow: z.number().nullable(),
  /** Whether the row still stands in its batch and the batch in the list, so that it can be shown. */
  listed: z.boolean(),
});
export type Origin = z.infer<typeof origin>;

/** "batch Onboarding, row 14" */
export const rowText = ({ batchName, rowNumber }: Pick<Origin, 'batchName' | 'rowNumber'>): string =>
  `batch ${batchName}${rowNumber === null ? '' : `, row ${formatNumber(rowNumber)}`}`;

/** "file onboarding.csv (row 15)"; null where the row was typed. */
export const fileText = ({
  sourceFile,
  sourceRow,
}: Pick<Origin, 'sourceFile' | 'sourceRow'>): string | null =>
  sourceFile === null
    ? null
    : `file ${sourceFile}${sourceRow === null ? '' : ` (row ${formatNumber(sourceRow)})`}`;

/** "From batch Onboarding, row 14, file onboarding.csv (row 15)" */
export const originText = (from: Origin): string => {
  const file = fileText(from);
  return `From ${rowText(from)}${file === null ? '' : `, ${file}`}`;
};
