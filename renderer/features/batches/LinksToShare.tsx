import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';
import { counted } from '../../components/formatTime';
import { useBatchLinks, useExportLinks } from '../../queries/sendBatch';
import { useSettings } from '../../queries/settings';
import { linkLines, linkMessages } from './linkTexts';

/** The redeem links of a batch’s pending invitations: as a list, as messages, or as a file for mail merge. */
export function LinksToShare({ batchId }: { readonly batchId: string }): ReactElement | null {
  const links = useBatchLinks(batchId);
  const settings = useSettings();
  const exporting = useExportLinks();
  if (links === undefined || settings === undefined || links.length === 0) return null;
  const lines = linkLines(links, settings.redeemPage);
  const messages = linkMessages(links, settings);
  return (
    <div>
      <Box variant="h3">Links to share</Box>
      <div className="filters">
        <Copy what={counted(lines.length, 'link')} text={lines.join('\n')} />
        <Copy what={counted(messages.length, 'message')} text={messages.join('\n\n\n')} />
        <Button loading={exporting.isPending} onClick={() => exporting.mutate({ batchId })}>
          Save for mail merge (CSV)
        </Button>
      </div>
    </div>
  );
}

const Copy = ({ what, text }: { readonly what: string; readonly text: string }): ReactElement => (
  <CopyToClipboard
    variant="button"
    copyButtonText={`Copy ${what}`}
    textToCopy={text}
    copySuccessText="Copied"
    copyErrorText="Could not copy. Try again with the window in front."
  />
);
