import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { memo, useMemo, useState, type ReactElement } from 'react';
import type { Account, AccountRef } from '../../../../shared/domain/account/account';
import type { Invitation } from '../../../../shared/domain/invitation/invitation';
import type { CodedError } from '../../../../shared/errors';
import { refOf, useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import type { KeptPreferences } from '../../../queries/listPreferences';
import { invitationKey } from '../../../queries/findAll';
import type { InvitationsPage, Order, PageQuery } from '../../../queries/invitations';
import type { InvitationsRoute } from '../../../../shared/navigation/routes';
import { useResults, type Written } from '../../results/resultsContext';
import { useListTable } from '../../../components/table/useListTable';
import { SelectionSummary } from './SelectionSummary';
import { selectedOf } from '../changes/selectedInvitations';
import { invitationColumns } from './invitationColumns';
import { ChangeDialogs, type Change } from '../changes/ChangeDialogs';
import {
  filterKey,
  isPendingOnly,
  isSameFilter,
  pendingOnly,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';
import { InvitationFilters } from '../filter/InvitationFilters';
import { InvitationsEmpty } from './InvitationsEmpty';
import { InvitationsHeader } from './InvitationsHeader';
import { unreachedReason } from '../changes/exclusionText';
import { UnreachableNote } from './UnreachableNote';
import { ViewerNotice } from '../../accounts/ViewerNotice';
import { reachThrough, anyAccessTo, type Reach } from '../changes/reach';
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
  readonly kept: KeptPreferences;
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
  const { account, kept, query: pageQuery, page, error, routeTo, onSort, onTurn } = props;
  const results = useResults();
  const { accounts = noAccounts } = useAccounts();
  const connections = useConnections();
  const { query, order, filter, list, pageNumber, pageSize } = useMemo(
    () => readQuestion(pageQuery, account !== null),
    [pageQuery, account],
  );
  const [change, setChange] = useState<Change | null>(null);
  const scope = useMemo(() => (account === null ? null : refOf(account)), [account]);
  const reach = useMemo(
    () => reachThrough(accounts, connections ?? [], scope),
    [accounts, connections, scope],
  );
  const columns = useColumns({ scope, accounts, reach, filter, routeTo });
  const items = page?.invitations ?? noInvitations;
  const { reached, selectedItems, setSelected } = useSelection(list, items, reach);
  const readOnly = account?.canInvite === false;
  const table = useListTable({ ...kept, columns, keyColumns, hasSelection: !readOnly });
  const sent = (written: Written): void => {
    setChange(null);
    setSelected([]);
    results.show(written);
  };

  return (
    <>
      <Table
        {...table}
        variant="full-page"
        stickyHeader
        // Not tracked by ID: rows that stay in place and get other texts are drawn in half the time.
        items={items}
        sortingColumn={{ sortingField: order.sort }}
        sortingDescending={order.descending}
        onSortingChange={({ detail }) => {
          // Only columns named like main's sort fields have a sorting field (see invitationColumns).
          const sort = detail.sortingColumn.sortingField as Order['sort'];
          onSort({ sort, descending: detail.isDescending ?? false });
        }}
        {...(readOnly ? {} : { selectionType: 'multi' as const })}
        selectedItems={selectedItems}
        isItemDisabled={(invitation) => reach(invitation) === null}
        onSelectionChange={({ detail }) => {
          setSelected(detail.selectedItems);
        }}
        ariaLabels={{
          tableLabel: listText.invitations,
          selectionGroupLabel: listText.selectionLabel,
          allItemsSelectionLabel: () => listText.selectPage,
          itemSelectionLabel: (_state, invitation) => selectionLabel(invitation, reach),
        }}
        header={
          <InvitationsHeader
            account={account}
            query={query}
            total={page?.total}
            selected={reached}
            onChange={setChange}
          />
        }
        filter={
          <TableFilters
            account={account}
            query={query}
            filter={filter}
            page={page}
            routeTo={routeTo}
            reach={reach}
            selected={reached}
            onSelect={setSelected}
          />
        }
        pagination={
          <Pagination
            currentPageIndex={pageNumber}
            pagesCount={Math.max(1, Math.ceil((page?.total ?? 0) / pageSize))}
            onChange={({ detail }) => {
              onTurn({ list, pageSize, page: detail.currentPageIndex });
            }}
          />
        }
        empty={
          <InvitationsEmpty account={account} narrowed={!isSameFilter(filter, pendingOnly)} error={error} />
        }
      />
      <ChangeDialogs change={change} selected={reached} onSent={sent} onCancel={() => setChange(null)} />
    </>
  );
});

interface ColumnsDeps extends Pick<InvitationsTableProps, 'routeTo'> {
  /** The account of the list; null for a list across accounts. */
  readonly scope: AccountRef | null;
  readonly accounts: readonly Account[];
  readonly reach: Reach;
  readonly filter: InvitationFilter;
}

function useColumns({ scope, accounts, reach, filter, routeTo }: ColumnsDeps) {
  return useMemo(() => {
    const accessOf = (invitation: Invitation) =>
      scope ?? reach(invitation)?.ref ?? anyAccessTo(invitation, accounts);
    return invitationColumns({
      accountOf:
        scope === null
          ? (invitation) => {
              const access = accessOf(invitation);
              return access === null ? null : refOf(access);
            }
          : null,
      showState: !isPendingOnly(filter),
      showExpiry: filter.states?.includes('pending') !== false,
      detailsOf: (invitation) => {
        const access = accessOf(invitation);
        return access === null
          ? null
          : { ...routeTo(filter), shown: { ...refOf(access), invitationId: invitation.invitationId } };
      },
    });
  }, [scope, accounts, reach, filter, routeTo]);
}

/** The selected invitations. In another list nothing is selected; other pages of the same one keep the selection. */
function useSelection(list: string, items: readonly Invitation[], reach: Reach) {
  const [selection, setSelection] = useState({ list, selected: noInvitations });
  const selected = selection.list === list ? selection.selected : noInvitations;
  const reached = useMemo(() => selectedOf(asTheyAreNow(selected, items), reach), [selected, items, reach]);
  const selectedItems = useMemo(() => reached.all.map(({ invitation }) => invitation), [reached]);
  const setSelected = (now: readonly Invitation[]): void => setSelection({ list, selected: now });
  return { reached, selectedItems, setSelected };
}

interface TableFiltersProps extends Pick<InvitationsTableProps, 'account' | 'page' | 'routeTo'> {
  readonly query: SelectionProps['query'];
  readonly filter: InvitationFilter;
  readonly reach: Reach;
  readonly selected: SelectionProps['selected'];
  readonly onSelect: (items: readonly Invitation[]) => void;
}

/** What is above the rows: the filters, and the selection. */
function TableFilters(props: TableFiltersProps): ReactElement {
  const { account, query, filter, page, routeTo, reach, selected, onSelect } = props;
  const readOnly = account?.canInvite === false;
  const items = page?.invitations ?? noInvitations;
  return (
    <SpaceBetween size="xs">
      {readOnly ? <ViewerNotice account={account} screen="invitations" /> : null}
      <InvitationFilters
        filter={filter}
        routeTo={routeTo}
        total={page?.total}
        overAccounts={account === null}
      />
      {readOnly ? null : (
        <>
          <UnreachableNote count={items.filter((invitation) => reach(invitation) === null).length} />
          <SelectionSummary
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

/** What a row's checkbox selects or, if it can't be selected, why. */
function selectionLabel(invitation: Invitation, reach: Reach): string {
  const { userName, emailAddress } = invitation;
  return reach(invitation) === null
    ? listText.cannotSelectRow(userName, emailAddress, unreachedReason)
    : listText.selectRow(userName, emailAddress);
}

/** The selected ones with this page's latest data: a refresh may have changed them since. */
function asTheyAreNow(selected: readonly Invitation[], items: readonly Invitation[]): readonly Invitation[] {
  const current = new Map(items.map((invitation) => [invitationKey(invitation), invitation]));
  return selected.map((invitation) => current.get(invitationKey(invitation)) ?? invitation);
}
