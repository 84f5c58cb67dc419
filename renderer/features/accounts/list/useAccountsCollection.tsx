import { useCollection } from '@cloudscape-design/collection-hooks';
import { useState, type ReactElement } from 'react';
import type { Connection } from '../../../../shared/domain/connection/connection';
import type { ListColumn } from '../../../components/table/listColumns';
import { createLeftViews, useKeeping, useViewAsLeft } from '../../../navigation/leftViews';
import type { Shown } from '../../../queries/savedViews';
import type { AccountRow } from '../../../queries/accountRows';
import { allAccounts, matchingAccounts, type AccountsFilter } from './accountsFilter';

interface View {
  readonly filter: AccountsFilter;
  /** The column that the list is sorted by; null: as main lists the accounts. */
  readonly sortedBy: string | null;
  readonly descending: boolean;
  readonly page: number;
}

const atFirst: View = { filter: allAccounts, sortedBy: null, descending: false, page: 1 };

/** By no column: as main lists the accounts. */
const unsorted = { sortingColumn: {}, isDescending: false };

const leftViews = createLeftViews<View>();

interface AccountsCollectionDeps {
  readonly accounts: readonly AccountRow[];
  readonly connections: readonly Connection[];
  readonly columns: readonly ListColumn<AccountRow>[];
  readonly problemsOnly: boolean;
  readonly pageSize: number;
  /** @param filtered whether there are accounts, but none matches */
  readonly empty: (filtered: boolean) => ReactElement;
}

/** The accounts filtered, sorted and divided into pages, at first as they were when the list was left. */
export function useAccountsCollection(deps: AccountsCollectionDeps) {
  const { accounts, connections, columns, problemsOnly, pageSize, empty } = deps;
  // Those that need attention are all listed, whatever was searched for before.
  const place = problemsOnly ? null : '';
  const left = useViewAsLeft(leftViews, place, atFirst);
  const [filter, setFilter] = useState(left.filter);
  const matching = matchingAccounts(accounts, filter, connections);
  const sortedBy = columns.find(({ id }) => id === left.sortedBy);
  const collection = useCollection(matching, {
    filtering: { empty: empty(accounts.length > 0) },
    sorting:
      sortedBy === undefined
        ? {}
        : { defaultState: { sortingColumn: sortedBy, isDescending: left.descending } },
    pagination: { pageSize, defaultPage: left.page },
  });
  const { actions, collectionProps, paginationProps } = collection;
  const { sortingColumn, sortingDescending = false } = collectionProps;
  const sort =
    columns.find(
      ({ sortingComparator }) =>
        sortingComparator !== undefined && sortingComparator === sortingColumn?.sortingComparator,
    )?.id ?? null;
  useKeeping(leftViews, place, {
    filter,
    sortedBy: sort,
    descending: sortingDescending,
    page: paginationProps.currentPageIndex,
  });
  const narrow = (next: AccountsFilter): void => {
    setFilter(next);
    actions.setCurrentPage(1);
  };
  return {
    ...collection,
    matching,
    shown: { filter, sort, descending: sortingDescending },
    setFilter: narrow,
    show: (view: Shown<'accounts'>): void => {
      narrow(view.filter);
      const column = columns.find(({ id }) => id === view.sort);
      actions.setSorting(
        column === undefined ? unsorted : { sortingColumn: column, isDescending: view.descending },
      );
    },
  };
}
