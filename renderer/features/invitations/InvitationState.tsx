import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { InvitationState as State } from '../../../shared/domain/invitation';
import { stateNames } from '../../../shared/domain/invitationWords';

const types: Record<State, StatusIndicatorProps.Type> = {
  pending: 'pending',
  accepted: 'success',
  revoked: 'stopped',
  lapsed: 'stopped',
  gone: 'info',
};

/** A state as sign and word. */
export const InvitationState = ({ state }: { readonly state: State }): ReactElement => (
  <StatusIndicator wrapText={false} type={types[state]}>
    {stateNames[state]}
  </StatusIndicator>
);
