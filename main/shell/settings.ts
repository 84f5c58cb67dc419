import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';
import { defaultSettings, settings as settingsSchema, type Settings } from '../../shared/domain/settings';
import { withoutUndefined } from '../../shared/withoutUndefined';

const windowState = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number().min(200), height: z.number().min(200) }),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

export interface SettingsStore {
  get(): Settings;
  /** Changes the named settings and puts the theme into effect. */
  set(change: { [K in keyof Settings]?: Settings[K] | undefined }): Settings;
  windowState(): WindowState | null;
  rememberWindow(state: WindowState): void;
}

/** The settings as a file may hold them: whatever does not fit counts as unset. */
const readable = z
  .object({
    theme: settingsSchema.shape.theme.catch(defaultSettings.theme),
    density: settingsSchema.shape.density.catch(defaultSettings.density),
  })
  .catch(defaultSettings);

/** The small human-readable file `settings.json` in the data folder. */
export function openSettings(): SettingsStore {
  const store = openStore();
  const get = (): Settings => readable.parse(store.get('settings', {}));
  nativeTheme.themeSource = get().theme;
  return {
    get,
    set(change) {
      const next = settingsSchema.parse({ ...get(), ...withoutUndefined(change) });
      store.set('settings', next);
      nativeTheme.themeSource = next.theme;
      return next;
    },
    windowState: () => windowState.safeParse(store.get('window')).data ?? null,
    rememberWindow(state) {
      store.set('window', state);
    },
  };
}

/** Opens the file; one that is not JSON is kept beside under a dated name, and the defaults apply. */
function openStore(): Store {
  const name = 'settings';
  try {
    return new Store({ name });
  } catch {
    const file = join(app.getPath('userData'), `${name}.json`);
    const dated = `${name}.damaged-${new Date().toISOString().replaceAll(':', '-')}.json`;
    if (existsSync(file)) renameSync(file, join(app.getPath('userData'), dated));
    return new Store({ name });
  }
}
