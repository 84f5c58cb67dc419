import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';

interface CopyReportProps {
  /** What the button says. */
  readonly text: string;
  /** Said once it is on the clipboard; null before. */
  readonly copiedText: string | null;
  readonly onCopy: () => void;
}

/** Copies something for the maintainers, and says what is in it. */
export const CopyReport = ({ text, copiedText, onCopy }: CopyReportProps): ReactElement => (
  <SpaceBetween direction="horizontal" size="s" alignItems="center">
    <LiveRegion>
      {copiedText === null ? null : <StatusIndicator type="success">{copiedText}</StatusIndicator>}
    </LiveRegion>
    <Button iconName="copy" onClick={onCopy}>
      {text}
    </Button>
  </SpaceBetween>
);
