import type { ReactElement } from 'react';
import type { InvitationFilter } from '../../../../shared/navigation/invitationFilter';
import type { InvitationsRoute } from '../../../../shared/navigation/routes';
import { SavedViewsMenu } from '../../../components/savedViews/SavedViewsMenu';
import { goTo } from '../../../navigation/useRoute';
import type { Order } from '../../../queries/invitations';
import type { ListSetup } from '../../../queries/listPreferences';
import { useSavedViews } from '../../../queries/savedViews';

interface InvitationViewsProps {
  readonly filter: InvitationFilter;
  readonly order: Order;
  readonly setup: ListSetup;
  readonly routeTo: (filter: InvitationFilter) => InvitationsRoute;
  readonly onSort: (order: Order) => void;
}

/** The saved views of the invitations of all accounts. */
export function InvitationViews(props: InvitationViewsProps): ReactElement {
  const { filter, order, setup, routeTo, onSort } = props;
  const saved = useSavedViews({
    ...{ list: 'invitations', shown: { filter, ...order }, setup },
    onPick({ filter: picked, sort, descending }) {
      onSort({ sort, descending });
      goTo(routeTo(picked));
    },
  });
  return <SavedViewsMenu {...saved} />;
}
