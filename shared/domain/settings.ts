import { z } from 'zod';

/** What a person can set. */
export const settings = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  /** Whether changes that still waited when the app was closed go out by themselves at the next start. */
  continueAtStart: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = { theme: 'system', density: 'comfortable', continueAtStart: false };
