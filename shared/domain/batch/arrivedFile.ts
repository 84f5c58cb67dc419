import { z } from 'zod';

/** A file that was dropped on the window or opened with the app, and may be read by its ID. */
export const arrivedFile = z.object({
  fileId: z.string(),
  fileName: z.string(),
  /** What a batch made for it is called; null where its name holds nothing to call one by. */
  batchName: z.string().nullable(),
});
export type ArrivedFile = z.infer<typeof arrivedFile>;
