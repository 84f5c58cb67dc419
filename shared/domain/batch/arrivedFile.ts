import { z } from 'zod';

/** A file that was dropped on the window or opened with the app and can be read by its ID. */
export const arrivedFile = z.object({
  fileId: z.string(),
  /** A list to import, or a signed batch file. */
  kind: z.enum(['table', 'batchFile']),
  fileName: z.string(),
  /** The name of a batch created for it; null if the file name has nothing to use. */
  batchName: z.string().nullable(),
});
export type ArrivedFile = z.infer<typeof arrivedFile>;
