import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { pluralize } from '../../../shared/text/pluralize';
import { formatNumber } from '../../../shared/text/formats';
import type { ChannelOutput } from '../../../shared/bridge/ipc';
import { useAccounts } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { useAllInvitations } from '../../queries/invitations';
import { selectedOf } from '../invitations/changes/selectedInvitations';
import { InviteAgainDialog } from '../invitations/changes/InviteAgainDialog';
import type { InvitationFilter } from '../../../shared/navigation/invitationFilter';
import { limitText, notEndedText, unreachedText } from '../invitations/changes/exclusionText';
import { recentlyExpired, expiringSoon } from '../invitations/filter/presetViews';
import { ResendDialog } from '../invitations/changes/ResendDialog';
import { reachThrough, type ReachedInvitation } from '../invitations/changes/reach';
import { useResults, type Written } from '../results/resultsContext';
import { homeText } from './homeText';

/** Whom a change asked for here is about. */
interface Proposed {
  readonly change: 'resend' | 'inviteAgain';
  readonly selected: readonly ReachedInvitation[];
  readonly leftOut: readonly string[];
}

/** What the radar proposes, each in one action: resending what expires soon, and inviting again whom it was missed for. */
export function RadarActions({
  overview,
}: {
  readonly overview: ChannelOutput<'invitations.overview'>;
}): ReactElement {
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
  const dialog = {
    selected: proposed?.selected ?? [],
    leftOut: proposed?.leftOut ?? [],
    onCancel: () => setProposed(null),
    onSent: (written: Written) => {
      setProposed(null);
      results.show(written);
    },
  };
  return (
    <Container header={<Header variant="h2">{homeText.actionsTitle}</Header>}>
      <SpaceBetween size="xs">
        {soon === 0 && lapsed === 0 ? (
          <Box variant="p">{overview.pending === 0 ? homeText.nothingPending : homeText.nothingUrgent}</Box>
        ) : null}
        {soon === 0 ? null : (
          <div className="filters">
            <Button loading={forResend.isPending} onClick={() => ask('resend', expiringSoon, soon)}>
              {soon === 1 ? homeText.resendOne : homeText.resendMany(formatNumber(soon))}
            </Button>
            <Box color="text-body-secondary">{homeText.resendHint}</Box>
          </div>
        )}
        {lapsed === 0 ? null : (
          <div className="filters">
            <Button
              loading={forInviting.isPending}
              onClick={() => ask('inviteAgain', recentlyExpired, lapsed)}
            >
              {lapsed === 1 ? homeText.inviteOneAgain : homeText.inviteManyAgain(formatNumber(lapsed))}
            </Button>
            <Box color="text-body-secondary">{homeText.inviteAgainHint(pluralize(lapsed, 'invitation'))}</Box>
          </div>
        )}
      </SpaceBetween>
      {proposed !== null && proposed.selected.length === 0 ? (
        <Alert
          type="warning"
          header={homeText.nothingPossibleTitle}
          dismissible
          i18nStrings={{ dismissAriaLabel: homeText.dismiss }}
          onDismiss={() => setProposed(null)}
        >
          {proposed.leftOut.length === 0 ? homeText.noneLeft : proposed.leftOut.join(' ')}
        </Alert>
      ) : proposed?.change === 'resend' ? (
        <ResendDialog {...dialog} />
      ) : proposed?.change === 'inviteAgain' ? (
        <InviteAgainDialog {...dialog} />
      ) : null}
    </Container>
  );
}
