import { useCollection } from '@cloudscape-design/collection-hooks';
import type { ReactElement } from 'react';
import { marketplaceName, type Account } from '../../../shared/domain/account/account';
import type { Connection } from '../../../shared/domain/connection/connection';
import { EmptyState } from '../../components/EmptyState';
import type { ListColumn } from '../../components/table/listColumns';
import { createLeftViews, useKeeping, useViewAsLeft } from '../../navigation/leftViews';
import { accountsText } from './accountsText';

interface View {
  readonly search: string;
  /** The column that the list is sorted by; null: as main lists the accounts. */
  readonly sortedBy: string | null;
  readonly descending: boolean;
  readonly page: number;
}

const atFirst: View = { search: '', sortedBy: null, descending: false, page: 1 };

const leftViews = createLeftViews<View>();

interface AccountsCollectionDeps {
  readonly accounts: readonly Account[];
  readonly connections: readonly Connection[];
  readonly columns: readonly ListColumn<Account>[];
  readonly problemsOnly: boolean;
  readonly pageSize: number;
  readonly empty: ReactElement;
}

/** The accounts searched, sorted and divided into pages, at first as they were when the list was left. */
export function useAccountsCollection(deps: AccountsCollectionDeps) {
  const { accounts, connections, columns, problemsOnly, pageSize, empty } = deps;
  // Those that need attention are all listed, whatever was searched for before.
  const place = problemsOnly ? null : '';
  const left = useViewAsLeft(leftViews, place, atFirst);
  const sortedBy = columns.find(({ id }) => id === left.sortedBy);
  const collection = useCollection(accounts, {
    filtering: {
      defaultFilteringText: left.search,
      filteringFunction: matcher(connections),
      empty,
      noMatch: <EmptyState title={accountsText.noMatchTitle}>{accountsText.noMatchBody}</EmptyState>,
    },
    sorting:
      sortedBy === undefined
        ? {}
        : { defaultState: { sortingColumn: sortedBy, isDescending: left.descending } },
    pagination: { pageSize, defaultPage: left.page },
  });
  const { filterProps, collectionProps, paginationProps } = collection;
  const { sortingColumn, sortingDescending = false } = collectionProps;
  useKeeping(leftViews, place, {
    search: filterProps.filteringText,
    sortedBy:
      columns.find(
        ({ sortingComparator }) =>
          sortingComparator !== undefined && sortingComparator === sortingColumn?.sortingComparator,
      )?.id ?? null,
    descending: sortingDescending,
    page: paginationProps.currentPageIndex,
  });
  return collection;
}

/** Searches all the text that a row shows. */
function matcher(connections: readonly Connection[]): (account: Account, text: string) => boolean {
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  return ({ name, accountId, marketplaceId, connectionId }, text) => {
    const shown = [name, accountId, marketplaceName(marketplaceId), labels.get(connectionId) ?? ''];
    return shown.join('\n').toLowerCase().includes(text.trim().toLowerCase());
  };
}
