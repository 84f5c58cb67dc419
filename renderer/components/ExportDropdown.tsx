import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { componentsText } from './componentsText';

interface ExportDropdownProps {
  /** Whether there is anything to export. */
  readonly isPossible: boolean;
  readonly isRunning: boolean;
  /** What was saved; null if nothing of what is on screen. */
  readonly saved: string | null;
  readonly items: ButtonDropdownProps['items'];
  readonly onExport: (item: string) => void;
}

/** The button that exports what a screen shows, and what it saved. The menu's Export presses it too (see `useOffersExport`). */
export function ExportDropdown(props: ExportDropdownProps): ReactElement {
  const { isPossible, isRunning, saved, items, onExport } = props;
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <LiveRegion>
        {saved === null ? null : <StatusIndicator type="success">{saved}</StatusIndicator>}
      </LiveRegion>
      <div className="export-button">
        <ButtonDropdown
          loading={isRunning}
          loadingText={componentsText.exporting}
          disabled={!isPossible}
          items={items}
          onItemClick={({ detail }) => onExport(detail.id)}
        >
          {componentsText.exportButton}
        </ButtonDropdown>
      </div>
    </SpaceBetween>
  );
}
