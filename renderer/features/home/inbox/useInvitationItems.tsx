import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import { formatNumber } from '../../../../shared/text/formats';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { useAllInvitations } from '../../../queries/invitations';
import { selectedOf } from '../../invitations/changes/selectedInvitations';
import type { InvitationFilter } from '../../../../shared/navigation/invitationFilter';
import { limitText, notEndedText, unreachedText } from '../../invitations/changes/exclusionText';
import { recentlyExpired, expiringSoon } from '../../invitations/filter/presetViews';
import { InviteAgainDialog, ResendDialog } from '../../invitations/changes/SendAgainDialogs';
import { reachThrough, type ReachedInvitation } from '../../invitations/changes/reach';
import { useResults, type Written } from '../../results/resultsContext';
import type { InboxItem } from './Inbox';
import { inboxText } from './inboxText';

/** The invitations of a change requested here. */
interface Proposed {
  readonly change: 'resend' | 'inviteAgain';
  readonly selected: readonly ReachedInvitation[];
  readonly leftOut: readonly string[];
}

/** Invitations that expire soon or have expired, each kind with the action that renews it. */
export function useInvitationItems(overview: ChannelOutput<'invitations.overview'>): {
  readonly items: readonly InboxItem[];
  /** The question before a change, or why there is nothing to ask; null if nothing was requested. */
  readonly question: ReactElement | null;
} {
  const { lapsingSoon: soon, lapsed } = overview;
  const { accounts = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const results = useResults();
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const forResend = useAllInvitations();
  const forInviting = useAllInvitations();

  const ask = (change: Proposed['change'], filter: InvitationFilter, total: number): void => {
    const finding = change === 'resend' ? forResend : forInviting;
    const query = { ...filter, sort: 'expiresAt' as const };
    const reach = reachThrough(accounts, connections, null);
    finding.mutate(
      { query, counts: (invitation) => reach(invitation) !== null },
      {
        onSuccess: (found) => {
          const reached = selectedOf(found, reach);
          setProposed({
            change,
            selected: change === 'resend' ? reached.pending : reached.ended,
            leftOut: [
              ...limitText(reached.all.length, total),
              ...unreachedText(reached.unreached),
              ...(change === 'resend' ? [] : notEndedText(reached)),
            ],
          });
        },
      },
    );
  };
  const close = (): void => setProposed(null);
  const sent = (written: Written): void => {
    close();
    results.show(written);
  };
  return {
    items: [
      {
        name: inboxText.expiring,
        count: soon,
        status: 'warning',
        title: inboxText.expiringTitle(soon),
        to: { screen: 'invitations', account: null, filter: expiringSoon },
        reason: inboxText.expiringReason,
        action: (
          <Button loading={forResend.isPending} onClick={() => ask('resend', expiringSoon, soon)}>
            {soon === 1 ? inboxText.resendOne : inboxText.resendMany(formatNumber(soon))}
          </Button>
        ),
      },
      {
        name: inboxText.expired,
        count: lapsed,
        status: 'stopped',
        title: inboxText.expiredTitle(lapsed),
        to: { screen: 'invitations', account: null, filter: recentlyExpired },
        reason: inboxText.expiredReason,
        action: (
          <Button loading={forInviting.isPending} onClick={() => ask('inviteAgain', recentlyExpired, lapsed)}>
            {lapsed === 1 ? inboxText.inviteOneAgain : inboxText.inviteManyAgain(formatNumber(lapsed))}
          </Button>
        ),
      },
    ],
    question: proposed === null ? null : <ProposedDialog proposed={proposed} onClose={close} onSent={sent} />,
  };
}

/** Asks before the change is made; if nothing can be changed, says why. */
function ProposedDialog({
  proposed: { change, selected, leftOut },
  onClose,
  onSent,
}: {
  readonly proposed: Proposed;
  readonly onClose: () => void;
  readonly onSent: (written: Written) => void;
}): ReactElement {
  if (selected.length === 0) {
    return (
      <Box margin={{ bottom: 'l' }}>
        <Alert
          type="warning"
          header={inboxText.nothingPossibleTitle}
          dismissible
          i18nStrings={{ dismissAriaLabel: inboxText.dismiss }}
          onDismiss={onClose}
        >
          {leftOut.length === 0 ? inboxText.noneLeft : leftOut.join(' ')}
        </Alert>
      </Box>
    );
  }
  const dialog = { selected, leftOut, onCancel: onClose, onSent };
  return change === 'resend' ? <ResendDialog {...dialog} /> : <InviteAgainDialog {...dialog} />;
}
