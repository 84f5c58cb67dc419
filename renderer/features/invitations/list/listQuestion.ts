import type { AccountRef } from '../../../../shared/domain/account/account';
import type { PageSize } from '../../../../shared/domain/listPreferences';
import {
  filterKey,
  isPendingOnly,
  pendingOnly,
  type InvitationFilter,
} from '../../../../shared/navigation/invitationFilter';
import { placeOf, type InvitationsRoute } from '../../../../shared/navigation/routes';
import { createLeftViews } from '../../../navigation/leftViews';
import type { Order, PageQuery } from '../../../queries/invitations';
import type { Place } from './InvitationsTable';

/** Drawing takes most of a keystroke's time, and it grows with the rows; few screens fit more. */
export const defaultPageSize = 25;

/** In one account people look for what they have just done; across all accounts, for what expires next. */
const newestFirst: Order = { sort: 'createdAt', descending: true };
const soonestFirst: Order = { sort: 'expiresAt', descending: false };

export interface ListAsLeft {
  readonly filter: InvitationFilter;
  /** Null: the list's own. */
  readonly order: Order | null;
  readonly place: Place;
}

/** A list that wasn't seen yet. */
export const atFirst: ListAsLeft = {
  filter: pendingOnly,
  order: null,
  place: { list: '', pageSize: 0, page: 1 },
};

export const leftViews = createLeftViews<ListAsLeft>();

/** The query of a list's page. @param scope null: the list of all accounts */
export function listQuestion(
  scope: AccountRef | null,
  { filter, order, place }: ListAsLeft,
  pageSize: PageSize,
): PageQuery {
  const query = {
    ...filter,
    ...(scope === null ? {} : { accounts: [scope] }),
    ...(order ?? (scope === null && isPendingOnly(filter) ? soonestFirst : newestFirst)),
  };
  // Any other list begins at its first page.
  const page = place.list === filterKey(query) && place.pageSize === pageSize ? place.page : 1;
  return { ...query, limit: pageSize, offset: (page - 1) * pageSize };
}

/** The first query of a list that is entered without a filter: as it was left. */
export const firstQuestion = ({ account }: InvitationsRoute, pageSize: PageSize): PageQuery =>
  listQuestion(account, leftViews.at(placeOf({ screen: 'invitations', account })) ?? atFirst, pageSize);
