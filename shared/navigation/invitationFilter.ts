import { z } from 'zod';
import { invitationFilter } from '../domain/invitation/invitationFilter';

const filterSchema = z.strictObject(invitationFilter);

/** Which invitations a list shows, with the fields of `invitations.list`. */
export type InvitationFilter = z.infer<typeof filterSchema>;

/** What a list shows before it is filtered. */
export const pendingOnly: InvitationFilter = { states: ['pending'] };

/** Whether only pending ones can be in the list, so that no state needs to be shown. */
export const isPendingOnly = ({ states }: InvitationFilter): boolean =>
  states?.length === 1 && states[0] === 'pending';

/** Whether both show the same. */
export const isSameFilter = (one: InvitationFilter, other: InvitationFilter): boolean =>
  filterKey(one) === filterKey(other);

/** The same text for filters that show the same: fields in one order, without those that don't narrow. */
export const filterKey = (filter: object): string =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** The same filter with another search text. */
export const withSearch = ({ search, ...filter }: InvitationFilter, text: string): InvitationFilter =>
  text === '' ? filter : { ...filter, search: text };

/** A filter from outside, such as from an address; null if it isn't one. */
export const checkedFilter = (value: unknown): InvitationFilter | null =>
  filterSchema.safeParse(value).data ?? null;
