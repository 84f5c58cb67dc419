import type { PeopleQuery } from '../../../queries/people';
import { everybody, isNarrowed, queryOf, type PeopleFilter } from '../peopleFilter';

/** The orders of the people. */
export const matrixSorts = ['maskedEmail', 'accounts', 'admins'] as const;

/** What the matrix shows. */
export interface MatrixView {
  /** With a group, its accounts alone are columns. */
  readonly filter: PeopleFilter;
  /** Part of an account's name or ID; empty: all accounts. */
  readonly accountSearch: string;
  readonly sort: (typeof matrixSorts)[number];
  /** From 1. */
  readonly page: number;
}

export const wholeMatrix: MatrixView = { filter: everybody, accountSearch: '', sort: 'maskedEmail', page: 1 };

/** How many people are drawn at a time; the next ones are on another page. */
export const peopleOnPage = 500;

/** The people in main's form, in their order. */
export const peopleOfView = ({ filter, sort }: MatrixView): PeopleQuery => ({
  ...queryOf(filter),
  sort,
  descending: sort !== 'maskedEmail',
});

/** Whether a filter may hide people or accounts. */
export const isFiltered = ({ filter, accountSearch }: MatrixView): boolean =>
  isNarrowed(filter) || accountSearch.trim() !== '';
