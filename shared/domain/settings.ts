import { z } from 'zod';
import { defaultMessageTemplate, longestTemplate } from '../messageTemplate';

/** What a person can set. */
export const settings = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['comfortable', 'compact']),
  /** Whether changes that still waited when the app was closed go out by themselves at the next start. */
  continueAtStart: z.boolean(),
  /** Whether the system tells, once a day, how many invitations lapse within 48 hours. */
  notifyLapsing: z.boolean(),
  /** From which age on, in minutes, an account is read again by itself while the app is open; 0 = never. */
  refreshAfterMinutes: z.int().min(0).max(10_080),
  /** What “Copy message” writes to an invited person; see `messageOf`. */
  messageTemplate: z
    .string()
    .refine((text) => text.trim() !== '', 'Write a message, or go back to the original one.')
    .max(longestTemplate, 'Use at most 4,000 characters.'),
});
export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  continueAtStart: false,
  notifyLapsing: true,
  refreshAfterMinutes: 60,
  messageTemplate: defaultMessageTemplate,
};
