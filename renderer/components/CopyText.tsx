import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';
import { componentsText } from './componentsText';

interface CopyTextProps {
  /** Such as “Copy redeem link”. */
  readonly label: string;
  readonly text: string;
}

/** A button that copies a text to the clipboard, and confirms it. */
export const CopyText = ({ label, text }: CopyTextProps): ReactElement => (
  <CopyToClipboard
    variant="button"
    copyButtonText={label}
    textToCopy={text}
    copySuccessText={componentsText.copied}
    copyErrorText={componentsText.notCopied}
  />
);
