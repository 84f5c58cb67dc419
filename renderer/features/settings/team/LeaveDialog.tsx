import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { openText } from '../../../../shared/domain/team/openText';
import type { TeamStatus } from '../../../../shared/domain/team/teamStatus';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { useLeaveTeam } from '../../../queries/team';
import { teamText } from './teamText';

/** Asks before the team is left: what is deleted, and what stays. */
export function LeaveDialog({
  team: { name, unreported, open },
  onClose,
}: {
  readonly team: TeamStatus;
  readonly onClose: () => void;
}): ReactElement {
  const leave = useLeaveTeam();
  return (
    <ConfirmDialog
      header={teamText.leaveTitle(name)}
      failure={{ header: teamText.leaveFailed, error: leave.error }}
      confirm={{
        text: teamText.leaveButton,
        pending: leave.isPending,
        danger: true,
        onClick: () => leave.mutate({ open }, { onSuccess: onClose }),
      }}
      onCancel={onClose}
    >
      <Box variant="p">{teamText.leaveBody}</Box>
      {open.waiting + open.unconfirmed === 0 ? null : (
        <Alert type="warning">{teamText.leaveOpen(openText(open))}</Alert>
      )}
      {unreported === 0 ? null : <Box variant="p">{teamText.leaveUnreported(unreported)}</Box>}
    </ConfirmDialog>
  );
}
