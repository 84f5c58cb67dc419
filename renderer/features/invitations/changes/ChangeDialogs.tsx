import type { ReactElement } from 'react';
import { ChangeRoleDialog } from './ChangeRoleDialog';
import type { SelectedInvitations } from './selectedInvitations';
import type { Written } from '../../results/resultsContext';
import { notEndedText, notPendingText, unreachedText } from './exclusionText';
import { InviteAgainDialog, ResendDialog } from './SendAgainDialogs';
import { RevokeDialog } from './RevokeDialog';

/** What can be done with selected invitations. */
export type Change = 'resend' | 'changeRole' | 'revoke' | 'inviteAgain';

interface InvitationDialogsProps {
  /** Null: no dialog is open. */
  readonly change: Change | null;
  readonly selected: SelectedInvitations;
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** The dialog that asks before the selection is changed. */
export function ChangeDialogs(props: InvitationDialogsProps): ReactElement | null {
  const { change, selected, onCancel, onSent } = props;
  const [only] = selected.pending;
  const pending = {
    selected: selected.pending,
    leftOut: [...unreachedText(selected.unreached), ...notPendingText(selected)],
    onCancel,
    onSent,
  };
  switch (change) {
    case 'resend':
      return <ResendDialog {...pending} />;
    case 'revoke':
      return <RevokeDialog {...pending} />;
    case 'changeRole':
      return only === undefined ? null : (
        <ChangeRoleDialog selected={only} onCancel={onCancel} onSent={onSent} />
      );
    case 'inviteAgain':
      return (
        <InviteAgainDialog
          selected={selected.ended}
          leftOut={[...unreachedText(selected.unreached), ...notEndedText(selected)]}
          onCancel={onCancel}
          onSent={onSent}
        />
      );
    case null:
      return null;
  }
}
