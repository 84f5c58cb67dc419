import { z } from 'zod';
import type { AreaChannels } from './channelSpec';

/** The address of a screen, without the `#`. An email address takes up to nine characters a letter in it. */
const screenPath = z.string().min(1).max(8000);

/** The app's windows: the main one, and those that show one batch or one person each. */
export const windowsChannels = {
  /** Opens a batch or a person in a separate window, or brings the one it has forward. INVALID_INPUT for any other screen. */
  'windows.open': { input: z.strictObject({ path: screenPath }), output: z.object({}) },
  /** Brings the main window forward with this screen; null: as it is. */
  'windows.showInMain': { input: z.strictObject({ path: screenPath.nullable() }), output: z.object({}) },
} satisfies AreaChannels<'windows'>;
