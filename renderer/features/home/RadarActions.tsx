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

/** Whom a change asked for here is about. */
interface Proposed {
  readonly change: 'resend' | 'inviteAgain';
  readonly selected: readonly ReachedInvitation[];
  readonly leftOut: readonly string[];
}

/** What the radar proposes, each in one action: resending what lapses soon, and inviting anew whom it was missed for. */
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
    <Container header={<Header variant="h2">What you can do now</Header>}>
      <SpaceBetween size="xs">
        {soon === 0 && lapsed === 0 ? (
          <Box variant="p">
            {overview.pending === 0
              ? 'Nothing waits. Invite people to begin.'
              : 'Nothing is urgent: no invitation lapses within 3 days, and none that lapsed waits to be made anew.'}
          </Box>
        ) : null}
        {soon === 0 ? null : (
          <div className="filters">
            <Button loading={forResend.isPending} onClick={() => ask('resend', expiringSoon, soon)}>
              {soon === 1
                ? 'Resend the one that lapses within 3 days'
                : `Resend the ${formatNumber(soon)} that lapse within 3 days`}
            </Button>
            <Box color="text-body-secondary">They then hold for two weeks from now.</Box>
          </div>
        )}
        {lapsed === 0 ? null : (
          <div className="filters">
            <Button
              loading={forInviting.isPending}
              onClick={() => ask('inviteAgain', recentlyExpired, lapsed)}
            >
              {lapsed === 1
                ? 'Invite the lapsed one again'
                : `Invite the ${formatNumber(lapsed)} lapsed again`}
            </Button>
            <Box color="text-body-secondary">
              {`${pluralize(lapsed, 'invitation')} lapsed unanswered; new ones have the same roles.`}
            </Box>
          </div>
        )}
      </SpaceBetween>
      {proposed !== null && proposed.selected.length === 0 ? (
        <Alert
          type="warning"
          header="Nothing can be done with these from here"
          dismissible
          i18nStrings={{ dismissAriaLabel: 'Dismiss' }}
          onDismiss={() => setProposed(null)}
        >
          {proposed.leftOut.length === 0
            ? 'They have changed meanwhile, and none of them is left.'
            : proposed.leftOut.join(' ')}
        </Alert>
      ) : proposed?.change === 'resend' ? (
        <ResendDialog {...dialog} />
      ) : proposed?.change === 'inviteAgain' ? (
        <InviteAgainDialog {...dialog} />
      ) : null}
    </Container>
  );
}
