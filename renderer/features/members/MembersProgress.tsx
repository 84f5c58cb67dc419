import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { useMembersProgress, useMembersRefreshControls } from '../../queries/members';
import { membersText, progressText } from './membersText';

/** The progress of reading members and their roles, with pause and stop; null while nothing is read. */
export function MembersProgress(): ReactElement | null {
  const progress = useMembersProgress();
  const { pause, resume, stop } = useMembersRefreshControls();
  const text = progress === undefined ? null : progressText(progress);
  if (progress === undefined || text === null) return null;
  const { paused, stopped } = progress;
  return (
    <span className="unbroken">
      <StatusIndicator type={paused ? 'stopped' : 'loading'} wrapText={false}>
        {text}
      </StatusIndicator>
      {stopped ? null : (
        <>
          <Button
            variant="inline-icon"
            iconName={paused ? 'play' : 'pause'}
            ariaLabel={paused ? membersText.resumeReading : membersText.pauseReading}
            onClick={paused ? resume : pause}
          />
          <Button variant="inline-icon" iconName="close" ariaLabel={membersText.stopReading} onClick={stop} />
        </>
      )}
    </span>
  );
}
