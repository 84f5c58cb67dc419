import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Operation, OperationStatus } from '../../../shared/domain/operation';
import { ErrorDetails } from '../../components/ErrorNotice';

const looks: Record<OperationStatus, { readonly type: StatusIndicatorProps.Type; readonly text: string }> = {
  queued: { type: 'pending', text: 'Waiting to be sent' },
  sending: { type: 'in-progress', text: 'Sending' },
  done: { type: 'success', text: 'Done' },
  failed: { type: 'error', text: 'Failed' },
  inDoubt: { type: 'warning', text: 'In doubt' },
};

/** Where one operation stands and, when it did not go well, why and what to do. */
export function OperationOutcome({ operation }: { readonly operation: Operation }): ReactElement {
  const { type, text } = looks[operation.status];
  const { error, requestId } = operation;
  return (
    <>
      <StatusIndicator type={type}>{text}</StatusIndicator>
      {error === null ? null : (
        <>
          <Box color="text-body-secondary">{error.message}</Box>
          <ErrorDetails
            error={error.requestId === undefined && requestId !== null ? { ...error, requestId } : error}
          />
        </>
      )}
    </>
  );
}
