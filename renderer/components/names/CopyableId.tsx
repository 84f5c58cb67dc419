import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';
import { componentsText } from '../componentsText';

interface CopyableIdProps {
  readonly id: string;
  /** What the ID is, for the button's name: "account ID". */
  readonly name: string;
}

/** An ID in a monospaced font with a button that copies it. */
export function CopyableId({ id, name }: CopyableIdProps): ReactElement {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={id}
      textToDisplay={<Box variant="code">{id}</Box>}
      copyButtonAriaLabel={componentsText.copyId(name, id)}
      copySuccessText={componentsText.copied}
      copyErrorText={componentsText.copyFailed}
    />
  );
}
