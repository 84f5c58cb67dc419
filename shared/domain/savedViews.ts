import { z } from 'zod';
import { labelKey } from './account/labels';
import { invitationFilter, invitationSort } from './invitation/invitationFilter';
import { columns } from './listPreferences';
import { filterRole } from './member/memberFilter';
import { memberScope } from './member/member';
import { addressCertainty, peopleSort } from './person/memberPerson';

/** Each of these is what a field takes. */
export const maxViewName = 60;
export const maxViews = 50;

const search = z.string().max(200);

const view = <Filter extends z.ZodType, Sort extends z.ZodType>(filter: Filter, sort: Sort) =>
  z.strictObject({
    name: z.string().min(1).max(maxViewName),
    filter,
    sort,
    descending: z.boolean(),
    /** Omitted: as the list has them by default. */
    columns: columns.optional(),
  });

/** A view in each of the lists that can save them. */
const fields = {
  accounts: view(
    z.strictObject({ search, group: z.string().max(64).nullable(), tag: z.string().max(40).nullable() }),
    /** A column; null: as main lists the accounts. */
    z.string().max(40).nullable(),
  ),
  /** Of all accounts. */
  invitations: view(z.strictObject(invitationFilter), invitationSort),
  people: view(
    z.strictObject({
      search,
      role: filterRole.nullable(),
      scope: memberScope.nullable(),
      domain: z.string().max(254).nullable(),
      certainty: addressCertainty.nullable(),
      group: z.string().max(64).nullable(),
    }),
    peopleSort,
  ),
};

/** The lists whose filter, order and columns can be saved under a name. Stored: a name must not change. */
export type ViewedList = keyof typeof fields;

type FieldsOf<List extends ViewedList> = z.infer<(typeof fields)[List]>;

/** A list's filter, order and columns under a name. */
export interface SavedView<List extends ViewedList> {
  readonly name: string;
  readonly filter: FieldsOf<List>['filter'];
  readonly sort: FieldsOf<List>['sort'];
  readonly descending: boolean;
  readonly columns?: z.infer<typeof columns> | undefined;
}

/** By list, in the order in which they were saved. */
export const savedViews = z
  .strictObject({
    accounts: z.array(fields.accounts).max(maxViews),
    invitations: z.array(fields.invitations).max(maxViews),
    people: z.array(fields.people).max(maxViews),
  })
  .partial();
export type SavedViews = z.infer<typeof savedViews>;

/** The views in a file, which another version may have written: those that aren't valid are left out. */
export function soundViews(stored: unknown): SavedViews {
  const lists: Readonly<Record<string, unknown>> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {};
  return savedViews.parse(
    Object.fromEntries(
      Object.entries(fields).flatMap(([list, schema]) => {
        const views: unknown = lists[list];
        return Array.isArray(views)
          ? [[list, views.filter((each) => schema.safeParse(each).success).slice(0, maxViews)]]
          : [];
      }),
    ),
  );
}

interface Named {
  readonly name: string;
}

/** The view with this name, in any case or width; undefined if there is none. */
export const viewNamed = <View extends Named>(views: readonly View[], name: string): View | undefined =>
  views.find((each) => labelKey(each.name) === labelKey(name));

/** With the view in place of the one that has its name, or at the end. */
export function withView<View extends Named>(views: readonly View[], added: View): View[] {
  const before = viewNamed(views, added.name);
  return before === undefined ? [...views, added] : views.map((each) => (each === before ? added : each));
}

export const withoutView = <View extends Named>(views: readonly View[], name: string): View[] =>
  views.filter((each) => each.name !== name);

/** With another name for a view; unchanged if a different one has that name. */
export function withRenamedView<View extends Named>(
  views: readonly View[],
  from: string,
  to: string,
): View[] {
  const other = viewNamed(views, to);
  return other !== undefined && other.name !== from
    ? [...views]
    : views.map((each) => (each.name === from ? { ...each, name: to } : each));
}
