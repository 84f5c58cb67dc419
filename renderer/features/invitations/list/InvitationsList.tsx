import { useCallback, useEffect, useMemo, type ReactElement } from 'react';
import type { Account, AccountRef } from '../../../../shared/domain/account/account';
import { accountRefKey } from '../../../../shared/util/accountKey';
import { refOf } from '../../../queries/accounts';
import { useListPreferences } from '../../../queries/listPreferences';
import { useInvitations, type PageQuery } from '../../../queries/invitations';
import { placeOf, type InvitationsRoute, type ListView } from '../../../../shared/navigation/routes';
import { useKeeping, useViewAsLeft } from '../../../navigation/leftViews';
import { useStateFor } from '../../../navigation/useStateFor';
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
  const list = placeOf({ screen: 'invitations', account });
  const [search, setSearch] = useLiveSearch(list, filter.search ?? '', (text) => {
    replaceRoute(routeTo(withSearch(filter, text)));
  });

  const setup = useListPreferences(account === null ? 'invitations' : 'accountInvitations', defaultPageSize);
  const [order, setOrder] = useStateFor(list, () => left.order);
  const [place, setPlace] = useStateFor(list, () => left.place);
  useKeeping(leftViews, list, { filter, order, place });
  const asTyped = { filter: withSearch(filter, search.trim()), order, place };
  const question = listQuestion(scope, asTyped, setup.pageSize);
  const { answer, error } = useInvitations(question);
  // While the first page of another account is read, the answer is still the last one's.
  const page = answer !== undefined && isOfList(answer.pageQuery, scope) ? answer.page : undefined;
  // The stored data answers in milliseconds; drawing an empty table first would take longer.
  if (page === undefined && error === null) return null;

  return (
    <LiveSearchContext value={{ search, setSearch }}>
      <InvitationsTable
        account={account}
        setup={setup}
        query={(page === undefined ? undefined : answer?.pageQuery) ?? question}
        page={page}
        error={error}
        routeTo={routeTo}
        onSort={setOrder}
        onTurn={setPlace}
      />
    </LiveSearchContext>
  );
}

/** Whether a query is about the account of the list; that of all accounts may narrow them as it likes. */
const isOfList = ({ accounts: [only, ...others] = [] }: PageQuery, scope: AccountRef | null): boolean =>
  scope === null ||
  (only !== undefined && others.length === 0 && accountRefKey(only) === accountRefKey(scope));

/**
 * How the list was left. An address with a filter says itself what to show. One without, from which the list was entered, gets the
 * filter that the list was left with; gone to from within the list, it shows what is pending.
 */
function useListAsLeft(account: Account | null, view: ListView): ListAsLeft {
  const list = placeOf({ screen: 'invitations', account });
  const left = useViewAsLeft(leftViews, list, atFirst);
  const [entered] = useStateFor(list, () => view);
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
