import { soundLists } from '../../../shared/domain/listPreferences';
import { soundViews } from '../../../shared/domain/savedViews';
import { defaultSettings, settings as settingsSchema, type Settings } from '../../../shared/domain/settings';

/** The settings in a file: invalid values count as unset. An invalid value of one list resets no other. */
export function storedSettings(stored: unknown): Settings {
  const fields: Readonly<Record<string, unknown>> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const sound = Object.entries(settingsSchema.shape).filter(
    ([name, schema]) => schema.safeParse(fields[name]).success,
  );
  return settingsSchema.parse({
    ...defaultSettings,
    ...Object.fromEntries(sound.map(([name]) => [name, fields[name]])),
    lists: soundLists(fields['lists']),
    savedViews: soundViews(fields['savedViews']),
  });
}
