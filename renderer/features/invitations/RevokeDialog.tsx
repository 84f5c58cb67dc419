import Box from '@cloudscape-design/components/box';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../shared/domain/run';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { counted } from '../../components/formatTime';
import { LostAnswerChoice } from '../../components/LostAnswerChoice';
import { useRevokeInvitations } from '../../queries/invitations';
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

/** Asks before invitations are taken back, with their number and what it means. */
export function RevokeDialog({ chosen, leftOut = [], onCancel, onSent }: DialogProps): ReactElement {
  const revoke = useRevokeInvitations();
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const number = counted(chosen.length, 'invitation');
  const confirm = (): void => {
    revoke.mutate({ invitations: chosen.map(({ ref }) => ref), whenNotSeen }, { onSuccess: onSent });
  };
  return (
    <ConfirmDialog
      header={`Revoke ${number}?`}
      failure={{ header: 'Nothing was revoked', error: revoke.error }}
      confirm={{ text: `Revoke ${number}`, pending: revoke.isPending, onClick: confirm }}
      onCancel={onCancel}
    >
      <Box variant="p">
        {chosen.length === 1 ? 'This person' : 'These people'} can no longer join with{' '}
        {chosen.length === 1 ? 'this invitation' : 'these invitations'}. This cannot be undone; to let someone
        in later, invite them anew.
      </Box>
      <PeopleList chosen={chosen} />
      <LeftOut sentences={leftOut} />
      <LostAnswerChoice chosen={whenNotSeen} onChange={setWhenNotSeen} />
    </ConfirmDialog>
  );
}
