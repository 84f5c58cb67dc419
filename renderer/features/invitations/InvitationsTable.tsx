import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useCallback, useDeferredValue, useMemo, useState, type ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account';
import type { Invitation } from '../../../shared/domain/invitation';
import { refOf, useAccounts } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { useInvitations, type ListQuery } from '../../queries/invitations';
import type { ListView, Route } from '../../routes';
import { goTo, replaceRoute } from '../../useRoute';
import { useResults } from '../results/resultsContext';
import { ChoiceSummary } from './ChoiceSummary';
import { chosenOf } from './chosenInvitations';
import { invitationColumns } from './invitationColumns';
import { InvitationDialogs, type Change } from './InvitationDialogs';
import { filterKey, isPendingOnly, pendingOnly, type InvitationFilter } from './invitationFilter';
import { InvitationFilters } from './InvitationFilters';
import { InvitationsEmpty } from './InvitationsEmpty';
import { InvitationsHeader } from './InvitationsHeader';
import { useLiveSearch } from './useLiveSearch';
import { reachThrough, wayTo } from './waysIn';

interface Order {
  readonly sort: NonNullable<ListQuery['sort']>;
  readonly descending: boolean;
}

/** Drawing takes most of the time of a keystroke, and it grows with the rows; more fit on few screens. */
const pageSize = 25;

/** In one account people look for what they have just done; over all of them, for what lapses next. */
const newestFirst: Order = { sort: 'createdAt', descending: true };
const soonestFirst: Order = { sort: 'expiresAt', descending: false };

const noAccounts: readonly Account[] = [];

type ListRoute = Extract<Route, { readonly screen: 'invitations' }>;

interface InvitationsTableProps {
  readonly account: Account | null;
  readonly view: ListView;
}

/** A page of invitations, of one account or of all (null), to search, narrow, sort, choose from and act upon. */
export function InvitationsTable({ account, view }: InvitationsTableProps): ReactElement | null {
  const { filter = pendingOnly, shown } = view;
  const results = useResults();
  const { accounts = noAccounts } = useAccounts();
  const connections = useConnections();
  const scope = useMemo(() => (account === null ? null : refOf(account)), [account]);
  const [order, setOrder] = useState<Order | null>(null);
  const [change, setChange] = useState<Change | null>(null);

  const routeTo = useCallback(
    (next: InvitationFilter): ListRoute => ({
      screen: 'invitations',
      account: scope,
      filter: next,
      ...(shown === undefined ? {} : { shown }),
    }),
    [scope, shown],
  );
  const [search, setSearch] = useLiveSearch(filter.search ?? '', (text) => {
    replaceRoute(routeTo(withSearch(filter, text)));
  });
  const live = useMemo(() => withSearch(filter, search), [filter, search]);

  // Any other list begins at its first page, with nothing chosen; other pages of the same list keep what is.
  const key = filterKey(live);
  const [place, setPlace] = useState<Place>({ key, page: 1, selected: [] });
  const { page: pageNumber, selected } = place.key === key ? place : firstPage;
  const setSelected = (items: readonly Invitation[]): void => {
    setPlace({ key, page: pageNumber, selected: items });
  };

  const inForce = order ?? (account === null && isPendingOnly(filter) ? soonestFirst : newestFirst);
  const query = useMemo(
    () => ({ ...trimmed(live), ...(scope === null ? {} : { accounts: [scope] }), ...inForce }),
    [live, scope, inForce],
  );
  const { page, error } = useInvitations(
    useDeferredValue({ ...query, limit: pageSize, offset: (pageNumber - 1) * pageSize }),
  );

  const reach = useMemo(
    () => reachThrough(accounts, connections ?? [], scope),
    [accounts, connections, scope],
  );
  const columns = useMemo(() => {
    const wayOf = (invitation: Invitation) => scope ?? reach(invitation)?.ref ?? wayTo(invitation, accounts);
    return invitationColumns({
      accountOf:
        account === null
          ? (invitation) => {
              const way = wayOf(invitation);
              return way === null ? null : refOf(way);
            }
          : null,
      showState: !isPendingOnly(filter),
      showExpiry: filter.states?.includes('pending') !== false,
      detailsOf: (invitation) => {
        const way = wayOf(invitation);
        return way === null
          ? null
          : { ...routeTo(filter), shown: { ...refOf(way), invitationId: invitation.invitationId } };
      },
    });
  }, [account, scope, accounts, reach, filter, routeTo]);
  const narrow = useCallback(
    (next: InvitationFilter) => {
      goTo(routeTo(withSearch(next, search)));
    },
    [routeTo, search],
  );

  const items = page?.invitations ?? [];
  const chosen = chosenOf(asTheyAreNow(selected, items), reach);
  const readOnly = account?.canInvite === false;
  const sent = (operationIds: readonly number[]): void => {
    setChange(null);
    setSelected([]);
    results.show(operationIds);
  };

  // The stored copy answers in milliseconds; an empty table first would be drawn for longer than that.
  if (page === undefined && error === null) return null;

  return (
    <>
      <Table
        variant="full-page"
        stickyHeader
        wrapLines
        items={items}
        trackBy={keyOf}
        columnDefinitions={columns}
        sortingColumn={{ sortingField: inForce.sort }}
        sortingDescending={inForce.descending}
        onSortingChange={({ detail }) => {
          // Only columns named like main's sort fields have a sorting field (see invitationColumns).
          const sort = detail.sortingColumn.sortingField as Order['sort'];
          setOrder({ sort, descending: detail.isDescending ?? false });
          setPlace({ key, page: 1, selected: [] });
        }}
        {...(readOnly ? {} : { selectionType: 'multi' as const })}
        selectedItems={chosen.all.map(({ invitation }) => invitation)}
        isItemDisabled={(invitation) => reach(invitation) === null}
        onSelectionChange={({ detail }) => {
          setSelected(detail.selectedItems);
        }}
        ariaLabels={{
          tableLabel: 'Invitations',
          selectionGroupLabel: 'Choose invitations',
          allItemsSelectionLabel: () => 'Choose all on this page',
          itemSelectionLabel: (_state, { userName, emailAddress }) => `Choose ${userName}, ${emailAddress}`,
        }}
        header={
          <InvitationsHeader
            account={account}
            query={query}
            total={page?.total}
            chosen={chosen}
            onChange={setChange}
          />
        }
        filter={
          <SpaceBetween size="xs">
            <InvitationFilters
              filter={filter}
              onChange={narrow}
              search={search}
              onSearch={setSearch}
              total={page?.total}
              overAccounts={account === null}
            />
            {readOnly ? null : (
              <ChoiceSummary chosen={chosen} total={page?.total ?? 0} query={query} onChoose={setSelected} />
            )}
          </SpaceBetween>
        }
        pagination={
          <Pagination
            currentPageIndex={pageNumber}
            pagesCount={Math.max(1, Math.ceil((page?.total ?? 0) / pageSize))}
            onChange={({ detail }) => {
              setPlace({ key, page: detail.currentPageIndex, selected });
            }}
          />
        }
        empty={
          <InvitationsEmpty
            account={account}
            narrowed={key !== filterKey(pendingOnly)}
            error={error}
            onClear={() => {
              setSearch('');
              goTo({ screen: 'invitations', account: scope });
            }}
          />
        }
      />
      <InvitationDialogs change={change} chosen={chosen} onSent={sent} onCancel={() => setChange(null)} />
    </>
  );
}

/** Where in a list people are; the key says in which one. */
interface Place {
  readonly key: string;
  /** From 1. */
  readonly page: number;
  readonly selected: readonly Invitation[];
}

const firstPage: Pick<Place, 'page' | 'selected'> = { page: 1, selected: [] };

const withSearch = ({ search, ...filter }: InvitationFilter, text: string): InvitationFilter =>
  text === '' ? filter : { ...filter, search: text };

const trimmed = (filter: InvitationFilter): InvitationFilter =>
  withSearch(filter, filter.search?.trim() ?? '');

const keyOf = ({ realm, accountId, invitationId }: Invitation): string =>
  JSON.stringify([realm, accountId, invitationId]);

/** The chosen ones, as new as this page shows them: a refresh may have brought news since. */
function asTheyAreNow(chosen: readonly Invitation[], items: readonly Invitation[]): readonly Invitation[] {
  const current = new Map(items.map((invitation) => [keyOf(invitation), invitation]));
  return chosen.map((invitation) => current.get(keyOf(invitation)) ?? invitation);
}
