import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { linkTo } from '../../navigation/useRoute';
import { resultsText } from './resultsText';

/** A link to what needs a person. @param onLeave called when they go there */
export function OpenOperations({ onLeave }: { readonly onLeave: () => void }): ReactElement {
  const { href, onFollow } = linkTo({ screen: 'operations', runId: null });
  return (
    <Button
      href={href}
      onFollow={(event) => {
        onLeave();
        onFollow(event);
      }}
    >
      {resultsText.openOperations}
    </Button>
  );
}
