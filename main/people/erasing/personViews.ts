import { maxViewName, savedViews, type SavedViews } from '../../../shared/domain/savedViews';
import type { PersonFacts } from './personFacts';
import { createReplacing } from './replaceText';

/** The lists' saved views, which are in the settings file. */
export interface StoredViews {
  readonly read: () => SavedViews;
  /** Throws if the file can't be written. */
  readonly write: (views: SavedViews) => void;
}

/** The views as they become when the person is erased, and how many of them change. @param number of the pseudonym */
export function viewsWithout(
  views: SavedViews,
  facts: PersonFacts,
  number: number,
): { readonly views: SavedViews; readonly changed: number } {
  const replacing = createReplacing(facts, number);
  let changed = 0;
  const lists = Object.entries(views).map(([list, ofList]) => [
    list,
    (ofList ?? []).map((view) => {
      const name = replacing.text(view.name, false);
      const filter = replacing.json(JSON.stringify(view.filter), false);
      if (name === view.name && filter === JSON.stringify(view.filter)) return view;
      changed += 1;
      return { ...view, name: name.slice(0, maxViewName), filter: shortened(JSON.parse(filter) as object) };
    }),
  ]);
  return { views: changed === 0 ? views : savedViews.parse(Object.fromEntries(lists)), changed };
}

/** The longest text that a filter takes. A pseudonym may be longer than what it stands for. */
const maxSearch = 200;

const shortened = (filter: object): object =>
  Object.fromEntries(
    Object.entries(filter).map(([field, value]: [string, unknown]) => [
      field,
      typeof value === 'string' ? value.slice(0, maxSearch) : value,
    ]),
  );
