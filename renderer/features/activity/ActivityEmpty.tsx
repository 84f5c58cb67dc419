import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { CodedError } from '../../../shared/errors';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';

interface ActivityEmptyProps {
  readonly narrowed: boolean;
  readonly error: CodedError | null;
  readonly onClear: () => void;
}

/** Why no entry is listed, and what to do. */
export function ActivityEmpty({ narrowed, error, onClear }: ActivityEmptyProps): ReactElement {
  if (error !== null) return <ErrorNotice header="Could not read the activity" error={error.toBody()} />;
  if (narrowed) {
    return (
      <EmptyState title="No entry matches" action={<Button onClick={onClear}>Clear filters</Button>}>
        Try another word or a longer time, or clear the filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing was done yet">
      Each invitation, revocation and resend is entered here with who did it and what Amazon answered.
    </EmptyState>
  );
}
