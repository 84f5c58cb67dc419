import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import {
  shownStatus,
  type Operation,
  type ReadBack,
  type ShownStatus,
} from '../../../shared/domain/outbox/operation';
import type { ErrorBody } from '../../../shared/errors';
import { ErrorDetails } from '../../components/ErrorNotice';

const looks: Record<ShownStatus, { readonly type: StatusIndicatorProps.Type; readonly text: string }> = {
  queued: { type: 'pending', text: 'Not sent yet' },
  sending: { type: 'in-progress', text: 'Sending' },
  done: { type: 'success', text: 'Done' },
  failed: { type: 'error', text: 'Failed' },
  inDoubt: { type: 'warning', text: 'In doubt' },
  skipped: { type: 'stopped', text: 'Skipped' },
};

/** What reading the list after a change of role showed. */
const readBackTexts: Record<ReadBack, string> = {
  asAsked: 'Read back: Amazon lists the new role, and no longer the old invitation.',
  otherRole:
    'Read back: Amazon lists the new invitation with another role. Refresh the invitations and look at it.',
  notListed: 'Read back: Amazon does not list the new invitation yet. Refresh the invitations in a minute.',
  accepted: 'Read back: this person has accepted the new invitation.',
  oldOneListed:
    'Read back: Amazon still lists the old invitation too. Refresh in a minute; if it is still there, revoke it.',
};

/** Where one operation stands and, when it did not go well, why and what to do. */
export function OperationOutcome({ operation }: { readonly operation: Operation }): ReactElement {
  const { type, text } = looks[shownStatus(operation)];
  const { error, readBack } = operation;
  return (
    <>
      <StatusIndicator type={type}>{text}</StatusIndicator>
      {error === null ? null : (
        <>
          <Box color="text-body-secondary">{error.message}</Box>
          <ErrorDetails error={withRequestId(error, operation)} />
        </>
      )}
      {readBack === null ? null : <Box color="text-body-secondary">{readBackTexts[readBack]}</Box>}
    </>
  );
}

/** Why an operation failed or is in doubt, with the request id of its call where the error names none. */
export const withRequestId = (error: ErrorBody, { requestId }: Operation): ErrorBody =>
  error.requestId === undefined && requestId !== null ? { ...error, requestId } : error;
