import { addressCertainty } from '../../../shared/domain/person/memberPerson';
import type { PeopleQuery } from '../../queries/people';
import * as members from '../members/membersFilter';

/** How well the address behind a user ID is known. */
export const certainties = addressCertainty.options;

/** The filter of people; null: no filter by this. */
export interface PeopleFilter extends members.MembersFilter {
  readonly domain: string | null;
  readonly certainty: (typeof certainties)[number] | null;
  /** The ID of the group in whose accounts they have access. */
  readonly group: string | null;
}

export const everybody: PeopleFilter = { ...members.everybody, domain: null, certainty: null, group: null };

/** Whether it may exclude anyone. */
export const isNarrowed = (filter: PeopleFilter): boolean =>
  members.isNarrowed(filter) ||
  [filter.domain, filter.certainty, filter.group].some((value) => value !== null);

/** The filter in main's form. */
export const queryOf = (filter: PeopleFilter): PeopleQuery => ({
  ...members.queryOf(filter),
  ...(filter.domain === null ? {} : { domain: filter.domain }),
  ...(filter.certainty === null ? {} : { certainty: filter.certainty }),
  ...(filter.group === null ? {} : { groups: [filter.group] }),
});
