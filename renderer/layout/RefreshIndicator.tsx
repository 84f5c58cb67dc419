import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { useRefreshState } from '../queries/refresh';

/** Whether Amazon is being asked right now, or could not be reached the last time. */
export function RefreshIndicator(): ReactElement {
  const { refreshing, offline } = useRefreshState();
  return (
    <LiveRegion>
      {refreshing ? <StatusIndicator type="loading">Refreshing</StatusIndicator> : null}
      {!refreshing && offline ? (
        <StatusIndicator type="warning">Offline: showing the stored copy</StatusIndicator>
      ) : null}
    </LiveRegion>
  );
}
