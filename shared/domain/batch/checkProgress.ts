import { z } from 'zod';

/** How far a check of a batch against Amazon's current data has come, in accounts. */
export const checkProgress = z.object({
  done: z.number(),
  total: z.number(),
  /** Whether a person stopped it: it ends once the accounts being read are. */
  stopped: z.boolean(),
});
export type CheckProgress = z.infer<typeof checkProgress>;
