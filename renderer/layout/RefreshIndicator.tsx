import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { RefreshProgress } from '../../shared/domain/account/refresh';
import { useRefreshState } from '../queries/refresh/refresh';
import { isExplained } from '../queries/refresh/unreachable';
import { useUnreachable } from '../queries/refresh/useUnreachable';
import { useRefreshControls, useRefreshProgress } from '../queries/refresh/refreshAll';
import { RefreshFailures } from './notices/RefreshFailures';
import { progressText } from './notices/refreshText';
import { useReadAgainWhenBack } from './useReadAgainWhenBack';
import { layoutText } from './layoutText';

/** Whether Amazon is being read right now, with the progress, or couldn't be reached the last time. */
export function RefreshIndicator(): ReactElement {
  const { refreshing, offline } = useRefreshState();
  useReadAgainWhenBack();
  const progress = useRefreshProgress();
  const unreachable = useUnreachable();
  const text = progress === undefined ? null : progressText(progress);
  const failures = progress?.failures.filter((failure) => !isExplained(unreachable, failure)) ?? [];
  return (
    <>
      {progress === undefined || text === null ? null : (
        <span className="top-bar-refresh">
          <span className="top-bar-cut" title={text}>
            <StatusIndicator type={progress.paused ? 'stopped' : 'loading'} wrapText={false}>
              {text}
            </StatusIndicator>
          </span>
          <Controls progress={progress} />
        </span>
      )}
      {progress === undefined || failures.length === 0 ? null : (
        <RefreshFailures failures={failures} running={progress.running} />
      )}
      <LiveRegion>
        {refreshing && text === null ? (
          <StatusIndicator type="loading">{layoutText.refreshing}</StatusIndicator>
        ) : null}
        {!refreshing && offline ? (
          <StatusIndicator type="warning">{layoutText.offline}</StatusIndicator>
        ) : null}
      </LiveRegion>
    </>
  );
}

function Controls({
  progress: { paused, stopped },
}: {
  readonly progress: RefreshProgress;
}): ReactElement | null {
  const { pause, resume, stop } = useRefreshControls();
  if (stopped) return null;
  return (
    <>
      {paused ? (
        <Button variant="inline-icon" iconName="play" ariaLabel={layoutText.resumeReading} onClick={resume} />
      ) : (
        <Button variant="inline-icon" iconName="pause" ariaLabel={layoutText.pauseReading} onClick={pause} />
      )}
      <Button variant="inline-icon" iconName="close" ariaLabel={layoutText.stopReading} onClick={stop} />
    </>
  );
}
