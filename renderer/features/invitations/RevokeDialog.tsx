import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../shared/domain/run';
import { ErrorNotice } from '../../components/ErrorNotice';
import { counted } from '../../components/formatTime';
import { LostAnswerChoice } from '../../components/LostAnswerChoice';
import { useRevokeInvitations } from '../../queries/invitations';
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

/** Asks before invitations are taken back, with their number and what it means. */
export function RevokeDialog({ chosen, leftOut = [], onCancel, onSent }: DialogProps): ReactElement {
  const revoke = useRevokeInvitations();
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const number = counted(chosen.length, 'invitation');
  const confirm = (): void => {
    revoke.mutate({ invitations: chosen.map(({ ref }) => ref), whenNotSeen }, { onSuccess: onSent });
  };
  return (
    <Modal
      visible
      header={`Revoke ${number}?`}
      closeAriaLabel="Close"
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              Cancel
            </Button>
            <Button variant="primary" loading={revoke.isPending} onClick={confirm}>
              {`Revoke ${number}`}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {revoke.error === null ? null : (
          <ErrorNotice header="Nothing was revoked" error={revoke.error.toBody()} />
        )}
        <Box variant="p">
          {chosen.length === 1 ? 'This person' : 'These people'} can no longer join with{' '}
          {chosen.length === 1 ? 'this invitation' : 'these invitations'}. This cannot be undone; to let
          someone in later, invite them anew.
        </Box>
        <PeopleList chosen={chosen} />
        <LeftOut sentences={leftOut} />
        <LostAnswerChoice chosen={whenNotSeen} onChange={setWhenNotSeen} />
      </SpaceBetween>
    </Modal>
  );
}
