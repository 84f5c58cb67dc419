import { useCallback } from 'react';
import { useLeftView, type LeftViews } from './leftViews';

/** How a list that main reads by pages is shown: its filter and order, and the page. */
export interface Paged {
  /** From 1. */
  readonly page: number;
}

export interface Sorted extends Paged {
  readonly sort: string;
  readonly descending: boolean;
}

export interface PagedView<View extends Paged> {
  readonly view: View;
  /** Shows another filter or order, from its first page. */
  readonly change: (part: Partial<View>) => void;
  /** What to request of main. */
  readonly slice: { readonly limit: number; readonly offset: number };
  /**
   * For Cloudscape's Pagination. If rows have gone since, or pages have become longer, it moves to the last page there is; so only
   * the component that has the view may call it.
   * @param total of all pages; undefined while it isn't known
   */
  readonly paginationOf: (total: number | undefined) => Pages;
}

export interface Pages {
  readonly currentPageIndex: number;
  readonly pagesCount: number;
  readonly onChange: (event: { readonly detail: { readonly currentPageIndex: number } }) => void;
}

/**
 * The view of a list that main reads by pages, as it was when the place was left.
 * @param place null: begins with `initial` and isn't kept
 */
export function usePagedView<View extends Paged>(
  views: LeftViews<View>,
  place: string | null,
  { initial, pageSize }: { readonly initial: View; readonly pageSize: number },
): PagedView<View> {
  const [view, setView] = useLeftView(views, place, initial);
  const { page } = view;
  const change = useCallback(
    (part: Partial<View>) => setView((now) => ({ ...now, page: 1, ...part })),
    [setView],
  );
  return {
    view,
    change,
    slice: { limit: pageSize, offset: (page - 1) * pageSize },
    paginationOf(total) {
      const pagesCount = Math.max(1, Math.ceil((total ?? 0) / pageSize));
      if (total !== undefined && page > pagesCount) setView({ ...view, page: pagesCount });
      return {
        currentPageIndex: page,
        pagesCount,
        onChange: ({ detail }) => setView((now) => ({ ...now, page: detail.currentPageIndex })),
      };
    },
  };
}

/** For Cloudscape's Table, whose columns have sorting fields named like main's. */
export const sortingOf = <View extends Sorted>({ view, change }: PagedView<View>) => ({
  sortingColumn: { sortingField: view.sort },
  sortingDescending: view.descending,
  onSortingChange: ({
    detail,
  }: {
    readonly detail: {
      readonly sortingColumn: { readonly sortingField?: string };
      readonly isDescending?: boolean;
    };
  }): void => {
    const order: Partial<Sorted> = {
      descending: detail.isDescending ?? false,
      ...(detail.sortingColumn.sortingField === undefined ? {} : { sort: detail.sortingColumn.sortingField }),
    };
    change(order as Partial<View>);
  },
});
