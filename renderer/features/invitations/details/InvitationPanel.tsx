import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import SplitPanel from '@cloudscape-design/components/split-panel';
import type { ReactElement } from 'react';
import type { InvitationRef } from '../../../../shared/domain/invitation/invitation';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useInvitationDetails } from '../../../queries/invitations';
import { RawAmazonResponse } from './RawAmazonResponse';
import { InvitationFacts } from './InvitationFacts';
import { InvitationTimeline } from './InvitationTimeline';
import { RevokeShown } from './RevokeShown';
import { ShareLink } from './ShareLink';
import { detailsText } from './detailsText';

/** Everything known about one invitation, beside or below the list. */
export function InvitationPanel({ shown }: { readonly shown: InvitationRef }): ReactElement {
  const { details, error } = useInvitationDetails(shown);
  const who = details?.invitation;
  return (
    <SplitPanel
      header={who === undefined ? 'Invitation' : who.userName || who.emailAddress || detailsText.noName}
      headerDescription={who === undefined || who.userName === '' ? undefined : who.emailAddress}
      closeBehavior="hide"
      ariaLabel={detailsText.panelLabel}
    >
      {error === null ? null : <ErrorNotice header={detailsText.readFailed} error={error.toBody()} />}
      {details === undefined ? null : (
        <SpaceBetween size="l">
          <div className="inline-row wide">
            <ShareLink invitation={details.invitation} connectionId={shown.connectionId} />
            <RevokeShown key={`revoke ${shown.invitationId}`} invitation={details.invitation} shown={shown} />
          </div>
          <InvitationFacts
            invitation={details.invitation}
            members={details.members}
            instances={details.instances}
            plan={details.plan}
          />
          <section>
            <Box variant="h3" padding={{ bottom: 'xs' }}>
              {detailsText.history}
            </Box>
            <InvitationTimeline timeline={details.timeline} state={details.invitation.state} />
          </section>
          <RawAmazonResponse key={shown.invitationId} shown={shown} />
        </SpaceBetween>
      )}
    </SplitPanel>
  );
}
