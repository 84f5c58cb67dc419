import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { settings } from '../domain/settings';
import { nothing } from './common';

/** What a person can set. */
export const settingsChannels = {
  'settings.get': { input: nothing, output: z.object({ settings }) },
  'settings.set': { input: z.strictObject({ settings: settings.partial() }), output: z.object({ settings }) },
} satisfies AreaChannels<'settings'>;
