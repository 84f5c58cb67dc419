import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import {
  shownStatus,
  type Operation,
  type OperationKind,
  type ReadBack,
  type ShownStatus,
} from '../../../shared/domain/outbox/operation';
import type { ErrorBody } from '../../../shared/errors';
import { ErrorDetails } from '../../components/ErrorNotice';
import { SettleClaim } from './claims/SettleClaim';
import { resultsText } from './resultsText';

const looks: Record<ShownStatus, { readonly type: StatusIndicatorProps.Type; readonly text: string }> = {
  queued: { type: 'pending', text: resultsText.queued },
  sending: { type: 'in-progress', text: resultsText.sending },
  done: { type: 'success', text: resultsText.done },
  failed: { type: 'error', text: resultsText.failed },
  inDoubt: { type: 'warning', text: resultsText.inDoubt },
  skipped: { type: 'stopped', text: resultsText.skipped },
  stopped: { type: 'stopped', text: resultsText.stopped },
};

const doneNames: Record<OperationKind, string> = {
  create: resultsText.invited,
  revoke: resultsText.done,
  resend: resultsText.done,
  setRole: resultsText.changed,
  removeMember: resultsText.removed,
};

/** What reading the list after a change of role showed. */
const readBackTexts: Record<ReadBack, string> = {
  asAsked: resultsText.readBackDone,
  otherRole: resultsText.readBackOtherRole,
  notListed: resultsText.readBackNotListed,
  accepted: resultsText.readBackAccepted,
  oldOneListed: resultsText.readBackOldListed,
};

/** The status of one operation and, if it didn't succeed, why and what to do. */
export function OperationOutcome({ operation }: { readonly operation: Operation }): ReactElement {
  const { type, text } = looks[shownStatus(operation)];
  const { error, readBack, soloReason } = operation;
  return (
    <>
      <StatusIndicator type={type} wrapText={false}>
        {operation.status === 'done' ? doneNames[operation.kind] : text}
      </StatusIndicator>
      {error === null ? null : (
        <>
          <Box color="text-body-secondary">{error.message}</Box>
          <ErrorDetails error={withRequestId(error, operation)} />
        </>
      )}
      {soloReason === null ? null : (
        <Box color="text-body-secondary">{resultsText.soloReason(soloReason)}</Box>
      )}
      <SettleClaim operation={operation} />
      {readBack === null ? null : <Box color="text-body-secondary">{readBackTexts[readBack]}</Box>}
    </>
  );
}

/** Why an operation failed or is in doubt, with its call's request ID if the error has none. */
export const withRequestId = (error: ErrorBody, { requestId }: Operation): ErrorBody =>
  error.requestId === undefined && requestId !== null ? { ...error, requestId } : error;
