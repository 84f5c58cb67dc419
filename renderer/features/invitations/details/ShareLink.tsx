import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { Invitation } from '../../../../shared/domain/invitation/invitation';
import { invitationLink } from '../../../../shared/domain/redeem/buildLink';
import { useConnection } from '../../../queries/connections';
import { CopyText } from '../../../components/CopyText';
import { linkMessage } from '../../../components/text/linkTexts';
import { useNow } from '../../../components/useNow';
import { useSettings } from '../../../queries/settings';
import { linkTo } from '../../../navigation/useRoute';
import Link from '@cloudscape-design/components/link';
import { noLinkText } from './shareLinkText';
import { detailsText } from './detailsText';
import { TextWith } from '../../../components/text/TextWith';

interface PassOnProps {
  readonly invitation: Invitation;
  /** The connection: an invitation is redeemed in the same region. */
  readonly connectionId: string;
}

/** Link and message for the invited person, to share by hand; only an unexpired pending invitation can be redeemed. */
export function ShareLink({ invitation, connectionId }: PassOnProps): ReactElement | null {
  const connection = useConnection(connectionId);
  const settings = useSettings();
  const noLink = noLinkText(invitation, useNow());
  if (connection === undefined || settings === undefined) return null;
  if (noLink !== null) return <Box color="text-body-secondary">{noLink}</Box>;
  const link = invitationLink(invitation.invitationId, connection.region, settings.redeemPage);
  const message = linkMessage(invitation, link, settings.messageTemplate);
  return (
    <div className="filters">
      <CopyText text={link} label={detailsText.copyLink} />
      <CopyText text={message} label={detailsText.copyMessage} />
      <Box variant="small">
        <TextWith
          text={detailsText.whereMessageIs}
          places={{
            settings: <Link {...linkTo({ screen: 'settings' })}>{detailsText.settings}</Link>,
          }}
        />
      </Box>
    </div>
  );
}
