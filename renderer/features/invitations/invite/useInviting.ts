import type { CheckedInput } from '../../../../shared/bridge/ipc';
import type { AccountRef } from '../../../../shared/domain/account/account';
import type { Invitee } from '../../../../shared/domain/invitation/invitation';
import type { Confirmations } from '../../../../shared/domain/outbox/agreement';
import type { CodedError } from '../../../../shared/errors';
import { pendingOnly } from '../../../../shared/navigation/invitationFilter';
import type { Route } from '../../../../shared/navigation/routes';
import { goTo } from '../../../navigation/useRoute';
import { useInviteToAccounts } from '../../../queries/invitations';
import { useChangeSettings } from '../../../queries/settings';
import { useResults } from '../../results/resultsContext';
import { draftAt, draftFor, leftToSend, type InviteDraft, type InviteStart } from './inviteDraft';
import type { ChangeDraft } from './inviteDraftsContext';

/** Who is invited, whether Amazon emails them, and to which instances they are to be added. */
interface Invited {
  readonly invitees: readonly Invitee[];
  readonly notify: boolean;
  readonly plans: NonNullable<CheckedInput<'invitations.inviteToAccounts'>['plans']>;
}

interface Inviting {
  /** @param confirmations what had to be typed and confirmed, if anything */
  readonly invite: (invited: Invited, confirmations: Confirmations, handedOver: () => void) => void;
  readonly pending: boolean;
  readonly error: CodedError | null;
}

/**
 * Hands the form's invitations over to be sent, and leaves in the draft only those that failed.
 */
export function useInviting(start: InviteStart, draft: InviteDraft, change: ChangeDraft): Inviting {
  const create = useInviteToAccounts();
  const results = useResults();
  const changeSettings = useChangeSettings();
  const invite: Inviting['invite'] = ({ invitees, notify, plans }, confirmations, handedOver) => {
    const { accounts, whenNotSeen } = draft;
    create
      .mutateAsync({
        accounts: [...accounts],
        invitees: [...invitees],
        notifyInvitedUsers: notify,
        ...(plans.length === 0 ? {} : { plans }),
        whenNotSeen,
        ...confirmations,
      })
      // Also when the person has left this screen in the meantime: what was handed over must leave the draft.
      .then((written) => {
        handedOver();
        changeSettings({ notifiedLast: notify });
        results.show(written, {
          closed: (operations) => {
            const left = leftToSend(draft, operations);
            change(() => left ?? draftAt(start));
            if (left === null) goTo(invitationsOf(accounts));
          },
          inviteMore: () => {
            // Those who were let in again aren't let in twice.
            change(() => (start.again === null ? { ...draftFor(null), accounts } : draftAt(start)));
            goTo({ screen: 'invite', account: start.opened });
          },
        });
      })
      // The mutation holds the error, which the form shows.
      .catch(() => undefined);
  };
  return { invite, pending: create.isPending, error: create.error };
}

/** Where the invitations to these accounts are listed. */
export function invitationsOf(accounts: readonly AccountRef[]): Route {
  const [only = null] = accounts;
  // Whatever the list showed before: the new ones are pending.
  return { screen: 'invitations', account: accounts.length === 1 ? only : null, filter: pendingOnly };
}
