import type { Settings } from '../../shared/domain/settings';
import type { CheckedInput } from '../../shared/bridge/ipc';
import type { AreaHandlers } from './handlers';

interface SettingsService {
  get(): Settings;
  set(change: CheckedInput<'settings.set'>['settings']): Settings;
}

export const settingsHandlers = (
  settings: SettingsService,
  changed: () => void,
): AreaHandlers<'settings'> => ({
  'settings.get': () => ({ settings: settings.get() }),
  'settings.set': ({ settings: change }) => {
    const next = settings.set(change);
    changed();
    return { settings: next };
  },
});
