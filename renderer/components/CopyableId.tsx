import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import type { ReactElement } from 'react';

interface CopyableIdProps {
  readonly id: string;
  /** What it is, for the button's name: "account ID". */
  readonly name: string;
}

/** An id in a fixed-width face with a button that copies it. */
export function CopyableId({ id, name }: CopyableIdProps): ReactElement {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={id}
      textToDisplay={<Box variant="code">{id}</Box>}
      copyButtonAriaLabel={`Copy ${name} ${id}`}
      copySuccessText="Copied"
      copyErrorText="Could not copy. Select the text and copy it by hand."
    />
  );
}
