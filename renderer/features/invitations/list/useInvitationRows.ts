import { useMemo } from 'react';
import type { Account, AccountRef } from '../../../../shared/domain/account/account';
import type { Invitation } from '../../../../shared/domain/invitation/invitation';
import { isPendingOnly, type InvitationFilter } from '../../../../shared/navigation/invitationFilter';
import type { InvitationsRoute } from '../../../../shared/navigation/routes';
import { useStateFor } from '../../../navigation/useStateFor';
import { refOf } from '../../../queries/accounts';
import { invitationKey } from '../../../queries/findAll';
import { anyAccessTo, type Reach } from '../changes/reach';
import { selectedOf } from '../changes/selectedInvitations';
import { invitationColumns } from './invitationColumns';

interface ColumnsDeps {
  /** The account of the list; null for a list across accounts. */
  readonly scope: AccountRef | null;
  readonly accounts: readonly Account[];
  readonly reach: Reach;
  readonly filter: InvitationFilter;
  /** The address of this list with another filter. */
  readonly routeTo: (filter: InvitationFilter) => InvitationsRoute;
}

/** The columns, and where each invitation's details are. */
export function useColumns({ scope, accounts, reach, filter, routeTo }: ColumnsDeps) {
  return useMemo(() => {
    const accessOf = (invitation: Invitation) =>
      scope ?? reach(invitation)?.ref ?? anyAccessTo(invitation, accounts);
    const detailsOf = (invitation: Invitation): InvitationsRoute | null => {
      const access = accessOf(invitation);
      return access === null
        ? null
        : { ...routeTo(filter), shown: { ...refOf(access), invitationId: invitation.invitationId } };
    };
    const columns = invitationColumns({
      accountOf:
        scope === null
          ? (invitation) => {
              const access = accessOf(invitation);
              return access === null ? null : refOf(access);
            }
          : null,
      showState: !isPendingOnly(filter),
      showExpiry: filter.states?.includes('pending') !== false,
      detailsOf,
    });
    return { columns, detailsOf };
  }, [scope, accounts, reach, filter, routeTo]);
}

const none: readonly Invitation[] = [];

/** The selected invitations. In another list nothing is selected; other pages of the same one keep the selection. */
export function useSelection(list: string, items: readonly Invitation[], reach: Reach) {
  const [selected, setSelected] = useStateFor(list, () => none);
  const reached = useMemo(() => selectedOf(asTheyAreNow(selected, items), reach), [selected, items, reach]);
  const selectedItems = useMemo(() => reached.all.map(({ invitation }) => invitation), [reached]);
  return { reached, selectedItems, setSelected };
}

/** The selected ones with this page's latest data: a refresh may have changed them since. */
function asTheyAreNow(selected: readonly Invitation[], items: readonly Invitation[]): readonly Invitation[] {
  const current = new Map(items.map((invitation) => [invitationKey(invitation), invitation]));
  return selected.map((invitation) => current.get(invitationKey(invitation)) ?? invitation);
}
