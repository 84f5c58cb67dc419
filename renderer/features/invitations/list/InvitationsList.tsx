import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import { refOf } from '../../../queries/accounts';
import { useListPreferences } from '../../../queries/listPreferences';
import { useInvitations } from '../../../queries/invitations';
import { placeOf, type InvitationsRoute, type ListView } from '../../../../shared/navigation/routes';
import { useKeeping, useViewAsLeft } from '../../../navigation/leftViews';
import { replaceRoute } from '../../../navigation/useRoute';
import {
  isPendingOnly,
  isSameFilter,
  pendingOnly,
  withSearch,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';
import { InvitationsTable } from './InvitationsTable';
import { atFirst, defaultPageSize, leftViews, listQuestion, type ListAsLeft } from './listQuestion';
import { LiveSearchContext } from '../filter/liveSearchContext';
import { useLiveSearch } from '../filter/useLiveSearch';

interface InvitationsListProps {
  readonly account: Account | null;
  readonly view: ListView;
}

/**
 * A page of invitations, of one account or of all (null), to search, filter, sort, select and act upon. This part queries; below
 * it, each answer is shown with its own query.
 */
export function InvitationsList({ account, view }: InvitationsListProps): ReactElement | null {
  const { shown } = view;
  const left = useListAsLeft(account, view);
  const filter = view.filter ?? left.filter;
  const scope = useMemo(() => (account === null ? null : refOf(account)), [account]);
  const routeTo = useCallback(
    (next: InvitationFilter): InvitationsRoute => ({
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

  const setup = useListPreferences(account === null ? 'invitations' : 'accountInvitations', defaultPageSize);
  const [order, setOrder] = useState(left.order);
  const [place, setPlace] = useState(left.place);
  useKeeping(leftViews, placeOf({ screen: 'invitations', account }), { filter, order, place });
  const asTyped = { filter: withSearch(filter, search.trim()), order, place };
  const question = listQuestion(scope, asTyped, setup.pageSize);
  const { answer, error } = useInvitations(question);
  // The stored data answers in milliseconds; drawing an empty table first would take longer.
  if (answer === undefined && error === null) return null;

  return (
    <LiveSearchContext value={{ search, setSearch }}>
      <InvitationsTable
        account={account}
        setup={setup}
        query={answer?.pageQuery ?? question}
        page={answer?.page}
        error={error}
        routeTo={routeTo}
        onSort={setOrder}
        onTurn={setPlace}
      />
    </LiveSearchContext>
  );
}

/**
 * How the list was left. An address with a filter says itself what to show. One without, from which the list was entered, gets the
 * filter that the list was left with; gone to from within the list, it shows what is pending.
 */
function useListAsLeft(account: Account | null, view: ListView): ListAsLeft {
  const left = useViewAsLeft(leftViews, placeOf({ screen: 'invitations', account }), atFirst);
  const [entered] = useState(view);
  const isEntry = view === entered && view.filter === undefined;
  useEffect(() => {
    if (!isEntry || isPendingOnly(left.filter)) return;
    replaceRoute({
      screen: 'invitations',
      account: account === null ? null : refOf(account),
      ...{ ...view, filter: left.filter },
    });
  }, [account, view, left, isEntry]);
  const isAsLeft = entered.filter === undefined || isSameFilter(entered.filter, left.filter);
  return {
    ...(isAsLeft ? left : atFirst),
    filter: isEntry ? left.filter : pendingOnly,
  };
}
