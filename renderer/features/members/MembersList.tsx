import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import type { ListedMember } from '../../../shared/domain/person/listedMember';
import { accountRefKey } from '../../../shared/util/accountKey';
import { placeOf } from '../../../shared/navigation/routes';
import { refOf, useMarkOpened } from '../../queries/accounts';
import { useListTable } from '../../components/table/useListTable';
import { useConnection } from '../../queries/connections';
import { useListPreferences } from '../../queries/listPreferences';
import { useMembers, useRefreshMembers, type MembersQuery } from '../../queries/members';
import { createLeftViews } from '../../navigation/leftViews';
import { sortingOf, usePagedView, type Sorted } from '../../navigation/usePagedView';
import { useMemberChanges, type MemberChanges } from './changes/useMemberChanges';
import { memberColumns } from './memberColumns';
import { everybody, isNarrowed, queryOf, type MembersFilter } from './membersFilter';
import { MembersEmpty } from './MembersEmpty';
import { MembersFilters } from './MembersFilters';
import { MembersHeader } from './MembersHeader';
import { MembersProblems } from './MembersProblems';
import { MembersProgress } from './MembersProgress';
import { readingOf } from '../../../shared/domain/member/membersReading';
import { membersText } from './membersText';

type Sort = NonNullable<MembersQuery['sort']>;

interface View extends Sorted {
  readonly filter: MembersFilter;
  readonly sort: Sort;
}

const atFirst: View = { filter: everybody, sort: 'maskedEmail', descending: false, page: 1 };

const noMembers: readonly ListedMember[] = [];

const leftViews = createLeftViews<View>();

/** A page of an account's members, to search, filter and sort. */
export function MembersList({ account }: { readonly account: Account }): ReactElement | null {
  const scope = useMemo(() => refOf(account), [account]);
  const setup = useListPreferences('members', 50);
  const place = placeOf({ screen: 'members', account });
  const paged = usePagedView(leftViews, place, { initial: atFirst, ...setup });
  const { view, change } = paged;
  const list = useListTable({
    ...setup,
    columns: memberColumns,
    keyColumns: ['maskedEmail'],
    hasSelection: true,
  });
  const { filter, sort, descending } = view;
  const { answer, error } = useMembers({
    account: scope,
    ...queryOf(filter),
    ...{ sort, descending, ...paged.slice },
  });
  const items = answer?.page.members ?? noMembers;
  const changing = useChangesIn(account, items);
  const lists = answer?.page.lists;
  const reading = useMemo(() => readingOf(lists ?? []), [lists]);
  const refresh = useOpened(account, answer === undefined ? undefined : reading.triedAt);
  // The stored data answers in milliseconds; drawing an empty table first would take longer.
  if (answer === undefined && error === null) return null;
  const total = answer?.page.total;

  return (
    <div {...changing.rows}>
      <Table
        {...list}
        {...changing.table}
        variant="full-page"
        stickyHeader
        items={items}
        {...sortingOf(paged)}
        ariaLabels={{ tableLabel: membersText.members, ...changing.labels }}
        header={
          <MembersHeader account={account} total={total} asOf={reading.asOf}>
            {changing.actions}
          </MembersHeader>
        }
        filter={
          <SpaceBetween size="xs">
            <MembersProblems
              reading={reading}
              connectionId={account.connectionId}
              failedToBegin={refresh.error ?? error}
              hasMembers={total !== 0 || isNarrowed(filter)}
              refresh={refresh.refresh}
            />
            <MembersFilters
              find={membersText.find}
              filter={filter}
              total={total}
              setFilter={(next) => change({ filter: next })}
            />
            {changing.summary}
            <MembersProgress />
          </SpaceBetween>
        }
        pagination={<Pagination {...paged.paginationOf(total)} />}
        empty={
          <MembersEmpty
            reading={reading}
            refreshing={refresh.refreshing}
            showAll={isNarrowed(filter) ? () => change({ filter: everybody }) : null}
          />
        }
      />
      {changing.overlays}
    </div>
  );
}

/** Selecting and changing members of one account. */
const useChangesIn = (account: Account, items: readonly ListedMember[]): MemberChanges<ListedMember> =>
  useMemberChanges({
    of: accountRefKey(account),
    items,
    asSelected: ({ userId, maskedEmail, role }) => ({
      ...{ ...refOf(account), userId, maskedEmail, role },
      accountName: account.name,
    }),
    nameOf: ({ maskedEmail, userId }) => maskedEmail || userId,
    personOf: ({ realm, userId }) => ({ screen: 'memberPerson', realm, userId }),
  });

/** Lists read later than that aren't refreshed just because their screen was opened. */
const freshForMs = 60_000;

/**
 * Records that the account was opened and, with the stored data on screen, refreshes it. Once per screen.
 * @param triedAt when Amazon was last asked (ms since 1970); undefined until that is known
 */
function useOpened(account: Account, triedAt: number | null | undefined) {
  const connection = useConnection(account.connectionId);
  const markOpened = useMarkOpened();
  const { refresh, refreshing, error } = useRefreshMembers(account);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || triedAt === undefined || connection === undefined) return;
    opened.current = true;
    markOpened(refOf(account));
    if (connection.state === 'signedIn' && Date.now() - (triedAt ?? 0) > freshForMs) refresh(refOf(account));
  }, [account, connection, markOpened, refresh, triedAt]);
  return { refresh: () => refresh(refOf(account)), refreshing, error };
}
