import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';
import { componentsText } from '../../components/componentsText';

interface CopyableProps {
  readonly text: string;
  /** What it is, for the button's name. */
  readonly what: string;
  /** It has no spaces at which a line could end. */
  readonly isAddress?: boolean;
}

/** A text with a button that copies it, to be pasted in Amazon's console. */
export const Copyable = ({ text, what, isAddress = false }: CopyableProps): ReactElement => (
  <span className={isAddress ? 'breaks-anywhere' : 'list-cell'}>
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      textToDisplay={text}
      copyButtonAriaLabel={componentsText.copyId(what, text)}
      copySuccessText={componentsText.copied}
      copyErrorText={componentsText.notCopied}
    />
  </span>
);
