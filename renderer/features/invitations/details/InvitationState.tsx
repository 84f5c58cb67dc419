import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import {
  isOverdue,
  type Invitation,
  type InvitationState as State,
} from '../../../../shared/domain/invitation/invitation';
import { overdueName, stateNames } from '../../../../shared/domain/invitation/invitationText';
import { useNow } from '../../../components/useNow';

const types: Record<State, StatusIndicatorProps.Type> = {
  pending: 'pending',
  accepted: 'success',
  revoked: 'stopped',
  lapsed: 'stopped',
  gone: 'info',
};

/** An invitation's state as icon and word. */
export function InvitationState({
  invitation,
}: {
  readonly invitation: Pick<Invitation, 'state' | 'expiresAt'> & Partial<Pick<Invitation, 'instanceAccess'>>;
}): ReactElement {
  const now = useNow();
  if (isOverdue(invitation, now)) return <StatusIndicator type="warning">{overdueName}</StatusIndicator>;
  const { state, instanceAccess = null } = invitation;
  return (
    <StatusIndicator
      wrapText={false}
      type={instanceAccess === 'waiting' || instanceAccess === 'notTracked' ? 'info' : types[state]}
    >
      {stateNames[state]}
    </StatusIndicator>
  );
}
