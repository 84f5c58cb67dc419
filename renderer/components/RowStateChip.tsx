import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement, ReactNode } from 'react';
import { rowStateNames, type RowState } from '../../shared/domain/batch/rowState';

const looks: Readonly<Record<RowState, StatusIndicatorProps.Type>> = {
  draft: 'error',
  ready: 'success',
  queued: 'pending',
  sending: 'in-progress',
  invited: 'success',
  skipped: 'stopped',
  stopped: 'stopped',
  failed: 'error',
  inDoubt: 'warning',
  overdue: 'warning',
  accepted: 'success',
  revoked: 'stopped',
  lapsed: 'stopped',
  gone: 'stopped',
};

interface RowStateChipProps {
  readonly state: RowState;
  /** What stands beside the sign; the state's name where nothing is given. */
  readonly children?: ReactNode;
}

/** A row's state with its sign, the same on every screen. */
export function RowStateChip({ state, children }: RowStateChipProps): ReactElement {
  return (
    <StatusIndicator wrapText={false} type={looks[state]}>
      {children ?? rowStateNames[state]}
    </StatusIndicator>
  );
}
