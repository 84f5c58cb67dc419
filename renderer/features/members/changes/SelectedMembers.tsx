import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement } from 'react';
import { formatNumber } from '../../../../shared/text/formats';
import { memberChangesText } from './memberChangesText';

interface SelectedMembersProps {
  readonly count: number;
  readonly onClear: () => void;
}

/** How many are selected, on all pages; null if nobody is. */
export function SelectedMembers({ count, onClear }: SelectedMembersProps): ReactElement | null {
  if (count === 0) return null;
  return (
    <div className="filters">
      <LiveRegion tagName="span">{memberChangesText.selected(formatNumber(count))}</LiveRegion>
      <Button variant="inline-link" onClick={onClear}>
        {memberChangesText.selectNone}
      </Button>
    </div>
  );
}
