import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import { instancesText } from '../instancesText';

/** Why nobody is listed. @param showAll clears the filters; null if there are none */
export const WorkEmpty = ({ showAll }: { readonly showAll: (() => void) | null }): ReactElement =>
  showAll === null ? (
    <EmptyState title={instancesText.doneTitle}>{instancesText.doneBody}</EmptyState>
  ) : (
    <EmptyState
      title={instancesText.noMatchTitle}
      action={<Button onClick={showAll}>{instancesText.clearFilters}</Button>}
    >
      {instancesText.noMatchBody}
    </EmptyState>
  );
