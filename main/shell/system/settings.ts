import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';
import { settings as settingsSchema, type Settings } from '../../../shared/domain/settings';
import { parseJsonFile } from '../../../shared/text/jsonText';
import { withoutUndefined } from '../../../shared/util/withoutUndefined';
import { setAside } from '../../storage/dataPlace/setAside';
import type { Log } from '../logging/log';
import { storedSettings } from './storedSettings';

const windowState = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number().min(200), height: z.number().min(200) }),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowState>;

/** What a further window shows: each kind has a size and place of its own. */
export type FurtherWindowKind = 'batch' | 'person';
const furtherWindows = z.object({
  batch: windowState.optional().catch(undefined),
  person: windowState.optional().catch(undefined),
});

export interface SettingsStore {
  get(): Settings;
  /** Changes the given settings and applies the theme. */
  set(change: { [K in keyof Settings]?: Settings[K] | undefined }): Settings;
  windowState(): WindowState | null;
  /** Never throws: failing to store the position must not stop a window from closing. */
  rememberWindow(state: WindowState): void;
  /** Of the last window of the kind that was closed. */
  furtherWindowState(kind: FurtherWindowKind): WindowState | null;
  /** Never throws either. */
  rememberFurtherWindow(kind: FurtherWindowKind, state: WindowState): void;
  /** When the person was last reminded of expiring invitations, in ms since 1970; null = never. */
  expiryReminderShownAt(): number | null;
  rememberExpiryReminder(at: number | null): void;
  /** The name under which a damaged file was set aside, or null if it was fine. */
  readonly copyName: string | null;
}

/** The small human-readable file `settings.json` in the data folder. */
export function openSettings(log: Log): SettingsStore {
  const { store, copyName } = openStore(log);
  const get = (): Settings => storedSettings(store.get('settings'));
  nativeTheme.themeSource = get().theme;
  const further = (): z.infer<typeof furtherWindows> =>
    furtherWindows.safeParse(store.get('furtherWindows')).data ?? {};
  const remember = (key: string, state: unknown): void => {
    try {
      store.set(key, state);
    } catch (error) {
      log.warn(
        `The window's place could not be remembered: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    }
  };
  return {
    copyName,
    get,
    set(change) {
      const next = settingsSchema.parse({ ...get(), ...withoutUndefined(change) });
      store.set('settings', next);
      nativeTheme.themeSource = next.theme;
      return next;
    },
    windowState: () => windowState.safeParse(store.get('window')).data ?? null,
    expiryReminderShownAt: () => z.number().safeParse(store.get('lapsingToldAt')).data ?? null,
    rememberExpiryReminder(at) {
      store.set('lapsingToldAt', at);
    },
    rememberWindow: (state) => remember('window', state),
    furtherWindowState: (kind) => further()[kind] ?? null,
    rememberFurtherWindow: (kind, state) => remember('furtherWindows', { ...further(), [kind]: state }),
  };
}

const fieldsIn = (text: string): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(parseJsonFile(text));

/** Opens the file; one that isn't JSON is set aside under a dated name, and the defaults apply. */
function openStore(log: Log): { readonly store: Store; readonly copyName: string | null } {
  const name = 'settings';
  const options = { name, configFileMode: 0o600, deserialize: fieldsIn };
  try {
    return { store: new Store(options), copyName: null };
  } catch {
    const copyName = setAside(join(app.getPath('userData'), `${name}.json`), Date.now());
    log.warn(`The settings could not be read; the file was kept as ${copyName}.`);
    return { store: new Store(options), copyName };
  }
}
