import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';
import { counted } from '../../../components/text/formatTime';
import { useNow } from '../../../components/useNow';
import { useConnections } from '../../../queries/connections';
import { useSettings } from '../../../queries/settings';
import { linkList } from './linkList';
import { noLinkText } from '../details/shareLinkText';
import type { ReachedInvitation } from '../changes/reach';
import { listText } from './listText';

/** Copies the redeem links of selected unexpired pending invitations, one per line, to share by hand; null for fewer than two. */
export function CopyLinks({
  pending,
}: {
  readonly pending: readonly ReachedInvitation[];
}): ReactElement | null {
  const settings = useSettings();
  const connections = useConnections();
  const now = useNow();
  const open = pending.filter(({ invitation }) => noLinkText(invitation, now) === null);
  if (settings === undefined || connections === undefined || open.length < 2) return null;
  const lines = linkList(open, connections, settings.redeemPage);
  return (
    <CopyToClipboard
      variant="button"
      copyButtonText={listText.copyLinks}
      copyButtonAriaLabel={listText.copyLinksLabel(counted(lines.length, 'redeem link'))}
      textToCopy={lines.join('\n')}
      copySuccessText={listText.copiedLinks(counted(lines.length, 'link'))}
      copyErrorText={listText.copyFailed}
    />
  );
}
