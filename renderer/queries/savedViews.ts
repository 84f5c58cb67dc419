import {
  withoutView,
  withRenamedView,
  withView,
  type SavedView,
  type ViewedList,
} from '../../shared/domain/savedViews';
import { filterKey } from '../../shared/navigation/invitationFilter';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';
import type { ListSetup } from './listPreferences';
import { useSettings } from './settings';

/** What a list shows: its filter and order. */
export type Shown<List extends ViewedList> = Pick<SavedView<List>, 'filter' | 'sort' | 'descending'>;

interface SavedViewsDeps<List extends ViewedList> {
  readonly list: List;
  /** What the list shows now. */
  readonly shown: Shown<List>;
  readonly setup: ListSetup;
  /** Shows a filter in an order; the columns are set already. */
  readonly onPick: (shown: Shown<List>) => void;
}

/** The saved views of a list, and what a person can do with them, by their names. */
interface SavedViewsOfList {
  readonly names: readonly string[];
  /** The view that is shown; null if it isn't a saved one. */
  readonly selected: string | null;
  readonly onPick: (name: string) => void;
  /** Saves what is shown, in place of a view that has this name. */
  readonly onSave: (name: string) => void;
  readonly onRename: (from: string, to: string) => void;
  readonly onDelete: (name: string) => void;
}

export function useSavedViews<List extends ViewedList>(deps: SavedViewsDeps<List>): SavedViewsOfList {
  const { list, shown, setup, onPick } = deps;
  const views = viewsOf(useSettings()?.savedViews ?? {}, list);
  const change = useQuietChange(
    async (edit: (views: readonly SavedView<List>[]) => readonly SavedView<List>[]) => {
      // From main and not from the page's copy: another list's views may just have been changed.
      const { savedViews } = (await api.settings.get()).settings;
      const edited = edit(viewsOf(savedViews, list));
      return api.settings.set({ settings: { savedViews: { ...savedViews, [list]: edited } } });
    },
  );
  return {
    names: views.map(({ name }) => name),
    selected: views.find((view) => isShown<List>(view, shown))?.name ?? null,
    onPick(name) {
      const view = views.find((each) => each.name === name);
      if (view === undefined) return;
      setup.change({ columns: view.columns });
      onPick(shownBy<List>(view));
    },
    onSave(name) {
      const { columns } = setup.preferences;
      change((before) => withView(before, { name, ...shownBy<List>(shown), columns }));
    },
    onRename: (from, to) => change((before) => withRenamedView(before, from, to)),
    onDelete: (name) => change((before) => withoutView(before, name)),
  };
}

type ViewsByList = { readonly [List in ViewedList]?: readonly SavedView<List>[] | undefined };

const viewsOf = <List extends ViewedList>(views: ViewsByList, list: List): readonly SavedView<List>[] =>
  views[list] ?? [];

const shownBy = <List extends ViewedList>({ filter, sort, descending }: Shown<List>): Shown<List> => ({
  filter,
  sort,
  descending,
});

const isShown = <List extends ViewedList>(one: Shown<List>, other: Shown<List>): boolean =>
  one.sort === other.sort &&
  one.descending === other.descending &&
  filterKey(one.filter) === filterKey(other.filter);
