import { z } from 'zod';

/** The lists that remember how a person set them up. Stored: a name must not change. */
export const listNames = [
  'accounts',
  /** Of all accounts. */
  'invitations',
  /** Of one account. */
  'accountInvitations',
  'members',
  'people',
  'orphans',
  'activity',
  'batches',
  'instances',
] as const;
export type ListName = (typeof listNames)[number];

/** How many rows a page may have: no more than each list's channel gives at a time. */
export const pageSizes = [10, 25, 50, 100] as const;
export type PageSize = (typeof pageSizes)[number];

/** Much more than any list has. */
const maxColumns = 60;

const columnId = z.string().min(1).max(40);

/** The columns in their order. Columns that the list doesn't know are ignored; new ones are as by default. */
export const columns = z.array(z.strictObject({ id: columnId, visible: z.boolean() })).max(maxColumns);

const fields = {
  columns,
  /** CSS pixels by column. */
  widths: z
    .record(columnId, z.int().min(20).max(4000))
    .refine((widths) => Object.keys(widths).length <= maxColumns),
  pageSize: z.literal(pageSizes),
  density: z.enum(['comfortable', 'compact']),
  /** Whether long texts continue on the next line; otherwise they are cut. */
  wrapLines: z.boolean(),
};

/** What a person set in one list; what is missing is as the list has it by default. */
const listPreferences = z.strictObject(fields).partial();
export type ListPreferences = z.infer<typeof listPreferences>;

/** By list. */
export const lists = z.partialRecord(z.enum(listNames), listPreferences);
export type Lists = z.infer<typeof lists>;

/** The preferences in a file, which another version may have written: what isn't valid counts as not set. */
export function soundLists(stored: unknown): Lists {
  const byName = fieldsOf(stored);
  return lists.parse(
    Object.fromEntries(
      listNames.flatMap((name) => (name in byName ? [[name, soundPreferences(byName[name])]] : [])),
    ),
  );
}

function soundPreferences(stored: unknown): ListPreferences {
  const values = fieldsOf(stored);
  const sound = Object.entries(fields).filter(([name, schema]) => schema.safeParse(values[name]).success);
  return listPreferences.parse(Object.fromEntries(sound.map(([name]) => [name, values[name]])));
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
