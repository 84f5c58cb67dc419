import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';

interface CopyTextProps {
  /** What it copies, as in "Copy redeem link". */
  readonly what: string;
  readonly text: string;
}

/** A button that puts a text on the clipboard, and says so. */
export const CopyText = ({ what, text }: CopyTextProps): ReactElement => (
  <CopyToClipboard
    variant="button"
    copyButtonText={`Copy ${what}`}
    textToCopy={text}
    copySuccessText="Copied"
    copyErrorText="Could not copy. Try again with the window in front."
  />
);
