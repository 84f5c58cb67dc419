import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement } from 'react';
import { accountsText } from '../accountsText';

interface SelectedAccountsProps {
  readonly count: number;
  readonly onClear: () => void;
}

/** How many are selected, on all pages; null if none is. */
export function SelectedAccounts({ count, onClear }: SelectedAccountsProps): ReactElement | null {
  if (count === 0) return null;
  return (
    <div className="filters">
      <LiveRegion tagName="span">{accountsText.selected(count)}</LiveRegion>
      <Button variant="inline-link" onClick={onClear}>
        {accountsText.selectNone}
      </Button>
    </div>
  );
}
