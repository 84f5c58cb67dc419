import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../shared/domain/run';
import { ErrorNotice } from '../../components/ErrorNotice';
import { counted } from '../../components/formatTime';
import { LostAnswerChoice } from '../../components/LostAnswerChoice';
import { NotifyChoice, notifyMissing } from '../../components/NotifyChoice';
import { useResendInvitations } from '../../queries/invitations';
import { LeftOut } from './LeftOut';
import { PeopleList } from './PeopleList';
import type { ReachedInvitation } from './waysIn';

interface DialogProps {
  readonly chosen: readonly ReachedInvitation[];
  /** Why others are not among them, as sentences. */
  readonly leftOut?: readonly string[];
  readonly onCancel: () => void;
  /** The operations that were written down. */
  readonly onSent: (operationIds: readonly number[]) => void;
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
    <Modal
      visible
      header={`Resend ${number}?`}
      closeAriaLabel="Close"
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              Cancel
            </Button>
            <Button variant="primary" loading={resend.isPending} onClick={confirm}>
              {`Resend ${number}`}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {resend.error === null ? null : (
          <ErrorNotice header="Nothing was resent" error={resend.error.toBody()} />
        )}
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
      </SpaceBetween>
    </Modal>
  );
}
