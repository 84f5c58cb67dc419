import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
import { counted } from '../../components/formatTime';
import { NotifyChoice, notifyMissing } from '../../components/NotifyChoice';
import { useResendInvitations } from '../../queries/invitations';
import { PeopleList } from './PeopleList';
import type { ReachedInvitation } from './waysIn';

interface DialogProps {
  readonly chosen: readonly ReachedInvitation[];
  readonly onCancel: () => void;
  /** The operations that were written down. */
  readonly onSent: (operationIds: readonly number[]) => void;
}

/** Asks before invitations are renewed, and whether Amazon sends its e-mail again. */
export function ResendDialog({ chosen, onCancel, onSent }: DialogProps): ReactElement {
  const resend = useResendInvitations();
  const [notify, setNotify] = useState<boolean | null>(null);
  const [submitted, setSubmitted] = useState(false);
  const number = counted(chosen.length, 'invitation');
  const confirm = (): void => {
    setSubmitted(true);
    if (notify === null) return;
    const invitations = chosen.map(({ ref }) => ref);
    resend.mutate({ invitations, notifyInvitedUsers: notify }, { onSuccess: onSent });
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
        <NotifyChoice
          notify={notify}
          onChange={setNotify}
          error={submitted && notify === null ? notifyMissing : undefined}
        />
      </SpaceBetween>
    </Modal>
  );
}
