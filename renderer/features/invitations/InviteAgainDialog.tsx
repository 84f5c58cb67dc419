import Box from '@cloudscape-design/components/box';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../shared/domain/run';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { counted } from '../../components/formatTime';
import { LostAnswerChoice } from '../../components/LostAnswerChoice';
import { NotifyChoice, notifyMissing } from '../../components/NotifyChoice';
import { useInviteAgain } from '../../queries/invitations';
import type { Written } from '../results/resultsContext';
import { LeftOut } from './LeftOut';
import { PeopleList } from './PeopleList';
import type { ReachedInvitation } from './waysIn';

interface InviteAgainDialogProps {
  readonly chosen: readonly ReachedInvitation[];
  /** Why others are not among them, as sentences. */
  readonly leftOut?: readonly string[];
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** Asks before people whose invitation ended are invited anew, and whether Amazon sends its e-mail. */
export function InviteAgainDialog(props: InviteAgainDialogProps): ReactElement {
  const { chosen, leftOut = [], onCancel, onSent } = props;
  const inviteAgain = useInviteAgain();
  const [notify, setNotify] = useState<boolean | null>(null);
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const [submitted, setSubmitted] = useState(false);
  const number = counted(chosen.length, 'person', 'people');
  const confirm = (): void => {
    setSubmitted(true);
    if (notify === null) return;
    const invitations = chosen.map(({ ref }) => ref);
    inviteAgain.mutate({ invitations, notifyInvitedUsers: notify, whenNotSeen }, { onSuccess: onSent });
  };
  return (
    <ConfirmDialog
      header={`Invite ${number} again?`}
      failure={{ header: 'Nobody was invited', error: inviteAgain.error }}
      confirm={{ text: `Invite ${number} again`, pending: inviteAgain.isPending, onClick: confirm }}
      onCancel={onCancel}
    >
      <Box variant="p">
        {chosen.length === 1 ? 'This person gets' : 'Each of these people gets'} a new invitation with the
        same role, which holds for two weeks from now. Old links stay without effect.
      </Box>
      <PeopleList chosen={chosen} />
      <LeftOut sentences={leftOut} />
      <NotifyChoice
        notify={notify}
        onChange={setNotify}
        error={submitted && notify === null ? notifyMissing : undefined}
      />
      <LostAnswerChoice chosen={whenNotSeen} onChange={setWhenNotSeen} />
    </ConfirmDialog>
  );
}
