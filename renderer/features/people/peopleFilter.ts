import type { PeopleQuery } from '../../queries/people';
import * as members from '../members/membersFilter';

/** How well the address behind a user ID is known. */
export const certainties = ['certain', 'probable', 'unknown'] as const;

/** The filter of people; null: no filter by this. */
export interface PeopleFilter extends members.MembersFilter {
  readonly domain: string | null;
  readonly certainty: (typeof certainties)[number] | null;
}

export const everybody: PeopleFilter = { ...members.everybody, domain: null, certainty: null };

/** Whether it may exclude anyone. */
export const isNarrowed = (filter: PeopleFilter): boolean =>
  members.isNarrowed(filter) || filter.domain !== null || filter.certainty !== null;

/** The filter in main's form. */
export const queryOf = (filter: PeopleFilter): PeopleQuery => ({
  ...members.queryOf(filter),
  ...(filter.domain === null ? {} : { domain: filter.domain }),
  ...(filter.certainty === null ? {} : { certainty: filter.certainty }),
});
