import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import {
  memo,
  useEffect,
  useMemo,
  useRef,
  type ComponentProps,
  type ReactElement,
  type RefObject,
} from 'react';
import { accountRefKey } from '../../../../shared/util/accountKey';
import { useStateFor } from '../../../navigation/useStateFor';
import type { Account } from '../../../../shared/domain/account/account';
import type { Invitation } from '../../../../shared/domain/invitation/invitation';
import type { CodedError } from '../../../../shared/errors';
import { refOf, useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import type { ListSetup } from '../../../queries/listPreferences';
import type { InvitationsPage, Order, PageQuery } from '../../../queries/invitations';
import type { InvitationsRoute } from '../../../../shared/navigation/routes';
import { useResults, type Written } from '../../results/resultsContext';
import { useRowMenu } from '../../../components/menu/useRowMenu';
import { useRowSelection } from '../../../components/table/useRowSelection';
import { useListTable } from '../../../components/table/useListTable';
import { SelectionSummary } from './SelectionSummary';
import { InvitationMenu } from './InvitationMenu';
import { useColumns, useSelection } from './useInvitationRows';
import { ChangeDialogs, type Change } from '../changes/ChangeDialogs';
import {
  filterKey,
  isSameFilter,
  pendingOnly,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';
import { InvitationFilters } from '../filter/InvitationFilters';
import { InvitationsEmpty } from './InvitationsEmpty';
import { InvitationViews } from './InvitationViews';
import { InvitationsHeader } from './InvitationsHeader';
import { unreachedReason } from '../changes/exclusionText';
import { UnreachableNote } from './UnreachableNote';
import { ViewerNotice } from '../../accounts/ViewerNotice';
import { reachThrough, type Reach } from '../changes/reach';
import { listText } from './listText';

/** A page of a list; `list` is its `filterKey`. */
export interface Place {
  readonly list: string;
  readonly pageSize: number;
  /** From 1. */
  readonly page: number;
}

/** Who it is about, and what is urgent about it. */
const keyColumns = ['userName', 'expiresAt', 'state'];

const noAccounts: readonly Account[] = [];
const noInvitations: readonly Invitation[] = [];

interface InvitationsTableProps {
  readonly account: Account | null;
  readonly setup: ListSetup;
  /** The query that the page answers. */
  readonly query: PageQuery;
  /** Undefined if it couldn't be read. */
  readonly page: InvitationsPage | undefined;
  readonly error: CodedError | null;
  /** The address of this list with another filter. */
  readonly routeTo: (filter: InvitationFilter) => InvitationsRoute;
  readonly onSort: (order: Order) => void;
  readonly onTurn: (place: Place) => void;
}

/** One answer: a page of invitations to select from and act upon. Redrawn only for another answer. */
export const InvitationsTable = memo(function InvitationsTable(props: InvitationsTableProps): ReactElement {
  const { account, setup, query: pageQuery, page, error, routeTo, onSort, onTurn } = props;
  const results = useResults();
  const { accounts = noAccounts } = useAccounts();
  const connections = useConnections();
  const { query, order, filter, list, pageNumber, pageSize } = useMemo(
    () => readQuestion(pageQuery, account !== null),
    [pageQuery, account],
  );
  const scopeKey = account === null ? '' : accountRefKey(account);
  const [change, setChange] = useStateFor<Change | null>(scopeKey, () => null);
  const frame = useFrameOf(scopeKey);
  const scope = useMemo(() => (account === null ? null : refOf(account)), [account]);
  const reach = useMemo(
    () => reachThrough(accounts, connections ?? [], scope),
    [accounts, connections, scope],
  );
  const items = page?.invitations ?? noInvitations;
  const { reached, selectedItems, setSelected } = useSelection(list, items, reach);
  const readOnly = account?.canInvite === false;
  const { columns, detailsOf } = useColumns({ scope, accounts, reach, filter, routeTo });
  const isSelectable = (invitation: Invitation): boolean => !readOnly && reach(invitation) !== null;
  const rows = useRowSelection({ items, selected: selectedItems, isSelectable, onSelect: setSelected });
  const { opened, close, onRowContextMenu } = useRowMenu((invitation: Invitation) => {
    // As in a file manager: a row that isn't selected is what the menu is about, and nothing else.
    if (isSelectable(invitation) && !selectedItems.includes(invitation)) setSelected([invitation]);
  });
  const table = useListTable({ ...setup, columns, keyColumns, hasSelection: !readOnly });
  const sent = (written: Written): void => {
    setChange(null);
    setSelected([]);
    results.show(written);
  };

  return (
    <div ref={frame} {...rows}>
      <Table
        {...table}
        variant="full-page"
        stickyHeader
        // Not tracked by ID: rows that stay in place and get other texts are drawn in half the time.
        items={items}
        {...sortingProps(order, onSort)}
        {...(readOnly ? {} : { selectionType: 'multi' as const })}
        selectedItems={selectedItems}
        isItemDisabled={(invitation) => reach(invitation) === null}
        onRowContextMenu={onRowContextMenu}
        onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
        ariaLabels={ariaLabels(reach)}
        header={
          <InvitationsHeader
            key={scopeKey}
            account={account}
            query={query}
            total={page?.total}
            selected={reached}
            onChange={setChange}
          />
        }
        filter={
          <TableFilters
            scopeKey={scopeKey}
            {...{ account, query, filter, page, routeTo, reach }}
            views={{ order, setup, onSort }}
            selected={reached}
            onSelect={setSelected}
          />
        }
        pagination={<Pages {...{ list, pageNumber, pageSize, onTurn }} total={page?.total ?? 0} />}
        empty={
          <InvitationsEmpty account={account} narrowed={!isSameFilter(filter, pendingOnly)} error={error} />
        }
      />
      {opened === null || !items.includes(opened.item) ? null : (
        <InvitationMenu
          row={opened}
          query={query}
          selected={isSelectable(opened.item) ? reached : null}
          details={detailsOf(opened.item)}
          onChange={setChange}
          onClose={close}
        />
      )}
      <ChangeDialogs
        key={scopeKey}
        change={change}
        selected={reached}
        onSent={sent}
        onCancel={() => setChange(null)}
      />
    </div>
  );
});

interface PagesProps extends Pick<InvitationsTableProps, 'onTurn'> {
  readonly list: string;
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly total: number;
}

const Pages = ({ list, pageNumber, pageSize, total, onTurn }: PagesProps): ReactElement => (
  <Pagination
    currentPageIndex={pageNumber}
    pagesCount={Math.max(1, Math.ceil(total / pageSize))}
    onChange={({ detail }) => onTurn({ list, pageSize, page: detail.currentPageIndex })}
  />
);

/** For the element around the list. What had the focus in another account's list loses it, though it is still there: then the screen gets it. */
function useFrameOf(scopeKey: string): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(scopeKey);
  useEffect(() => {
    if (shown.current === scopeKey) return;
    shown.current = scopeKey;
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && frame.current?.contains(focused) === true) focused.blur();
  }, [scopeKey]);
  return frame;
}

interface TableFiltersProps extends Pick<InvitationsTableProps, 'account' | 'page' | 'routeTo'> {
  /** Changes with the account. */
  readonly scopeKey: string;
  readonly query: SelectionProps['query'];
  readonly filter: InvitationFilter;
  readonly reach: Reach;
  readonly selected: SelectionProps['selected'];
  readonly onSelect: (items: readonly Invitation[]) => void;
  /** What the saved views need besides the filter. */
  readonly views: Pick<ComponentProps<typeof InvitationViews>, 'order' | 'setup' | 'onSort'>;
}

/** What is above the rows: the filters, and the selection. */
function TableFilters(props: TableFiltersProps): ReactElement {
  const { scopeKey, account, query, filter, page, routeTo, reach, selected, onSelect, views } = props;
  const readOnly = account?.canInvite === false;
  const items = page?.invitations ?? noInvitations;
  return (
    <SpaceBetween size="xs">
      {readOnly ? <ViewerNotice account={account} screen="invitations" /> : null}
      <InvitationFilters
        scopeKey={scopeKey}
        filter={filter}
        routeTo={routeTo}
        total={page?.total}
        overAccounts={account === null}
        savedViews={account === null ? <InvitationViews {...{ filter, routeTo, ...views }} /> : null}
      />
      {readOnly ? null : (
        <>
          <UnreachableNote count={items.filter((invitation) => reach(invitation) === null).length} />
          <SelectionSummary
            key={scopeKey}
            selected={selected}
            total={page?.total ?? 0}
            query={query}
            reach={reach}
            onSelect={onSelect}
          />
        </>
      )}
    </SpaceBetween>
  );
}

type SelectionProps = Parameters<typeof SelectionSummary>[0];

/** Splits a query. @param ofOneAccount its account is then the list's location, and not part of its filter */
function readQuestion({ limit, offset, ...query }: PageQuery, ofOneAccount: boolean) {
  const { sort, descending, ...narrowing } = query;
  const { accounts, ...withoutAccounts } = narrowing;
  return {
    query,
    order: { sort, descending },
    filter: ofOneAccount ? withoutAccounts : narrowing,
    list: filterKey(query),
    pageNumber: offset / limit + 1,
    pageSize: limit,
  };
}

const sortingProps = (order: Order, onSort: (order: Order) => void) => ({
  sortingColumn: { sortingField: order.sort },
  sortingDescending: order.descending,
  onSortingChange({ detail }: { readonly detail: TableProps.SortingState<Invitation> }): void {
    // Only columns named like main's sort fields have a sorting field (see invitationColumns).
    const sort = detail.sortingColumn.sortingField as Order['sort'];
    onSort({ sort, descending: detail.isDescending ?? false });
  },
});

const ariaLabels = (reach: Reach): TableProps.AriaLabels<Invitation> => ({
  tableLabel: listText.invitations,
  selectionGroupLabel: listText.selectionLabel,
  allItemsSelectionLabel: () => listText.selectPage,
  itemSelectionLabel: (_state, invitation) => selectionLabel(invitation, reach),
});

/** What a row's checkbox selects or, if it can't be selected, why. */
function selectionLabel(invitation: Invitation, reach: Reach): string {
  const { userName, emailAddress } = invitation;
  return reach(invitation) === null
    ? listText.cannotSelectRow(userName, emailAddress, unreachedReason)
    : listText.selectRow(userName, emailAddress);
}
