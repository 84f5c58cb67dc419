import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { invitationLink } from '../../../../shared/domain/redeem/buildLink';
import { counted } from '../../../components/text/formatTime';
import { useBatchLinks, useExportLinks } from '../../../queries/batchSending';
import { CopyText } from '../../../components/CopyText';
import { linkLine, linkMessage } from '../../../components/text/linkTexts';
import { useSettings } from '../../../queries/settings';
import { sendingText } from './sendingText';

/** The redeem links of a batch’s pending invitations: as a list, as messages, or as a file for mail merge. */
export function LinksToShare({ batchId }: { readonly batchId: string }): ReactElement | null {
  const links = useBatchLinks(batchId);
  const settings = useSettings();
  const exporting = useExportLinks();
  if (links === undefined || settings === undefined || links.length === 0) return null;
  const linked = links.map((link) => ({
    ...link,
    link: invitationLink(link.invitationId, link.region, settings.redeemPage),
  }));
  const lines = linked.map(({ userName, accountName, link }) => linkLine(userName, accountName, link));
  const messages = linked.map((each) => linkMessage(each, each.link, settings.messageTemplate));
  return (
    <div>
      <Box variant="h3">{sendingText.linksTitle}</Box>
      <div className="filters">
        <CopyText label={sendingText.copy(counted(lines.length, 'link'))} text={lines.join('\n')} />
        <CopyText
          label={sendingText.copy(counted(messages.length, 'message'))}
          text={messages.join('\n\n\n')}
        />
        <Button loading={exporting.isPending} onClick={() => exporting.mutate({ batchId })}>
          {sendingText.saveForMailMerge}
        </Button>
      </div>
    </div>
  );
}
