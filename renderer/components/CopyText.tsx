import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';
import { componentsText } from './componentsText';

interface CopyTextProps {
  /** Such as “Copy redeem link”. */
  readonly label: string;
  readonly text: string;
}

/** A button that puts a text on the clipboard, and says so. */
export const CopyText = ({ label, text }: CopyTextProps): ReactElement => (
  <CopyToClipboard
    variant="button"
    copyButtonText={label}
    textToCopy={text}
    copySuccessText={componentsText.copied}
    copyErrorText={componentsText.notCopied}
  />
);
