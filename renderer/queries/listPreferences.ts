import { useMemo } from 'react';
import type { ListName, ListPreferences, PageSize } from '../../shared/domain/listPreferences';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';
import { useSettings } from './settings';

/** How a list is set up, and a function that stores a change of it. */
export interface ListSetup {
  readonly preferences: ListPreferences;
  readonly pageSize: PageSize;
  readonly change: (part: ListPreferences) => void;
}

const asByDefault: ListPreferences = {};

/** The same object as long as nothing changes. @param defaultPageSize the number of rows of a page until a person selects one */
export function useListPreferences(list: ListName, defaultPageSize: PageSize): ListSetup {
  const preferences = useSettings()?.lists[list] ?? asByDefault;
  const change = useQuietChange(async (part: ListPreferences) => {
    // From main and not from the page's copy: another list may just have been changed.
    const { lists } = (await api.settings.get()).settings;
    return api.settings.set({ settings: { lists: { ...lists, [list]: { ...lists[list], ...part } } } });
  });
  const pageSize = preferences.pageSize ?? defaultPageSize;
  return useMemo(() => ({ preferences, pageSize, change }), [preferences, pageSize, change]);
}
