import { z } from 'zod';

/** What a person can set. Every key has a default, so that a missing or damaged file means the defaults. */
export const settings = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
});
export type Settings = z.infer<typeof settings>;
