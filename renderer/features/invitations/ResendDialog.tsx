import Box from '@cloudscape-design/components/box';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../shared/domain/run';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { counted } from '../../components/formatTime';
import { LostAnswerChoice } from '../../components/LostAnswerChoice';
import { NotifyChoice, notifyMissing } from '../../components/NotifyChoice';
import { useResendInvitations } from '../../queries/invitations';
import type { Written } from '../results/resultsContext';
import { LeftOut } from './LeftOut';
import { PeopleList } from './PeopleList';
import type { ReachedInvitation } from './waysIn';

interface DialogProps {
  readonly chosen: readonly ReachedInvitation[];
  /** Why others are not among them, as sentences. */
  readonly leftOut?: readonly string[];
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** Asks before invitations are renewed, and whether Amazon sends its e-mail again. */
export function ResendDialog({ chosen, leftOut = [], onCancel, onSent }: DialogProps): ReactElement {
  const resend = useResendInvitations();
  const [notify, setNotify] = useState<boolean | null>(null);
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const [submitted, setSubmitted] = useState(false);
  const number = counted(chosen.length, 'invitation');
  const confirm = (): void => {
    setSubmitted(true);
    if (notify === null) return;
    const invitations = chosen.map(({ ref }) => ref);
    resend.mutate({ invitations, notifyInvitedUsers: notify, whenNotSeen }, { onSuccess: onSent });
  };
  return (
    <ConfirmDialog
      header={`Resend ${number}?`}
      failure={{ header: 'Nothing was resent', error: resend.error }}
      confirm={{ text: `Resend ${number}`, pending: resend.isPending, onClick: confirm }}
      onCancel={onCancel}
    >
      <Box variant="p">
        {chosen.length === 1 ? 'It holds' : 'They hold'} for two weeks from now. The role stays as it is.
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
