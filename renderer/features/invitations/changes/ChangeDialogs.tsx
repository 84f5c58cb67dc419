import type { ReactElement } from 'react';
import { ChangeRoleDialog } from './ChangeRoleDialog';
import type { SelectedInvitations } from './selectedInvitations';
import { InviteAgainDialog } from './InviteAgainDialog';
import type { Written } from '../../results/resultsContext';
import { notEndedText, notPendingText, unreachedText } from './exclusionText';
import { ResendDialog } from './ResendDialog';
import { RevokeDialog } from './RevokeDialog';

/** What can be done with chosen invitations. */
export type Change = 'resend' | 'changeRole' | 'revoke' | 'inviteAgain';

interface InvitationDialogsProps {
  /** Null: no dialog is open. */
  readonly change: Change | null;
  readonly chosen: SelectedInvitations;
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** The dialog that asks before a change is made of what is chosen. */
export function ChangeDialogs(props: InvitationDialogsProps): ReactElement | null {
  const { change, chosen, onCancel, onSent } = props;
  const [only] = chosen.pending;
  const pending = {
    chosen: chosen.pending,
    leftOut: [...unreachedText(chosen.unreached), ...notPendingText(chosen)],
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
        <ChangeRoleDialog chosen={only} onCancel={onCancel} onSent={onSent} />
      );
    case 'inviteAgain':
      return (
        <InviteAgainDialog
          chosen={chosen.ended}
          leftOut={[...unreachedText(chosen.unreached), ...notEndedText(chosen)]}
          onCancel={onCancel}
          onSent={onSent}
        />
      );
    case null:
      return null;
  }
}
