import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { unreachableText } from '../../../components/text/unreachableText';
import { inviteButtonText, inviteText, summaryText, type InviteSummary } from './inviteText';

interface InviteFooterProps {
  readonly summary: InviteSummary;
  /** How many fields have to be corrected, once that is asked. */
  readonly faults: number;
  /** Whether what is sent now has to wait for the network. */
  readonly waits: boolean;
  readonly loading: boolean;
  readonly onDiscard: () => void;
}

/** What will be sent and the button that sends it; stays in sight however many people there are. */
export function InviteFooter({
  summary,
  faults,
  waits,
  loading,
  onDiscard,
}: InviteFooterProps): ReactElement {
  return (
    <div className="sticky-footer">
      <div aria-live="polite">
        {faults > 0 ? (
          <StatusIndicator type="error">{inviteText.faults(faults)}</StatusIndicator>
        ) : (
          <Box color="text-body-secondary">{summaryText(summary)}</Box>
        )}
        {waits ? <StatusIndicator type="pending">{unreachableText.formHint}</StatusIndicator> : null}
      </div>
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" formAction="none" onClick={onDiscard}>
          {inviteText.discard}
        </Button>
        <Button variant="primary" loading={loading} loadingText={inviteText.handingOver}>
          {inviteButtonText(summary)}
        </Button>
      </SpaceBetween>
    </div>
  );
}
