import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';
import type { Invitation } from '../../../shared/domain/invitation';
import { messageOf } from '../../../shared/messageTemplate';
import { invitationLink } from '../../../shared/redeemLink';
import { roleName } from '../../../shared/domain/role';
import { useConnection } from '../../queries/connections';
import { useSettings } from '../../queries/settings';
import { linkTo } from '../../useRoute';
import Link from '@cloudscape-design/components/link';

interface PassOnProps {
  readonly invitation: Invitation;
  /** The way in: an invitation is redeemed in the same region. */
  readonly connectionId: string;
}

/** Link and message for the invited person, to be passed on by hand; only a pending invitation can be redeemed. */
export function PassOn({ invitation, connectionId }: PassOnProps): ReactElement | null {
  const connection = useConnection(connectionId);
  const settings = useSettings();
  if (connection === undefined || settings === undefined) return null;
  if (invitation.state !== 'pending') {
    return (
      <Box color="text-body-secondary">
        There is no link to pass on: only a pending invitation can be redeemed.
      </Box>
    );
  }
  const link = invitationLink(invitation.invitationId, connection.region, settings.redeemPage);
  const message = messageOf(settings.messageTemplate, {
    name: invitation.userName,
    account: invitation.accountName,
    role: roleName(invitation.role).toLowerCase(),
    link,
    expires: dayText(invitation.expiresAt),
  });
  return (
    <div className="filters">
      <Copy text={link} what="redeem link" />
      <Copy text={message} what="message" />
      <Box variant="small">
        The message’s words are in <Link {...linkTo({ screen: 'settings' })}>Settings</Link>.
      </Box>
    </div>
  );
}

const Copy = ({ text, what }: { readonly text: string; readonly what: string }): ReactElement => (
  <CopyToClipboard
    variant="button"
    copyButtonText={`Copy ${what}`}
    textToCopy={text}
    copySuccessText="Copied"
    copyErrorText="Could not copy. Try again with the window in front."
  />
);

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

/** Amazon gives an invitation two weeks (amazon-contract §2). */
const dayText = (at: number | null): string => (at === null ? 'two weeks after it was sent' : day.format(at));
