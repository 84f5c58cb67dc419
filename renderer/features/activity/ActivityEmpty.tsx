import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { CodedError } from '../../../shared/errors';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { activityText } from './activityText';

interface ActivityEmptyProps {
  readonly narrowed: boolean;
  readonly error: CodedError | null;
  readonly onClear: () => void;
}

/** Why no entry is listed, and what to do. */
export function ActivityEmpty({ narrowed, error, onClear }: ActivityEmptyProps): ReactElement {
  if (error !== null) return <ErrorNotice header={activityText.readFailed} error={error.toBody()} />;
  if (narrowed) {
    return (
      <EmptyState
        title={activityText.noMatchTitle}
        action={<Button onClick={onClear}>{activityText.clearFilters}</Button>}
      >
        {activityText.noMatchBody}
      </EmptyState>
    );
  }
  return <EmptyState title={activityText.emptyTitle}>{activityText.emptyBody}</EmptyState>;
}
