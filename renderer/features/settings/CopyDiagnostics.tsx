import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { useCopyDiagnostics } from '../../queries/settings';
import { settingsText } from './settingsText';

/** Copies what support asks for to the clipboard. */
export function CopyDiagnostics(): ReactElement {
  const { copy, copied } = useCopyDiagnostics();
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <LiveRegion>
        {copied ? <StatusIndicator type="success">{settingsText.copiedDiagnostics}</StatusIndicator> : null}
      </LiveRegion>
      <Button iconName="copy" onClick={copy}>
        {settingsText.copyDiagnostics}
      </Button>
    </SpaceBetween>
  );
}
