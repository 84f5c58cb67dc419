import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { OnlineCheck } from './onlineCheck';

/** How the check against Amazon goes on, and what could not be read. */
export function OnlineCheckResult({ online }: { readonly online: OnlineCheck }): ReactElement {
  const { pending, error, failures, run } = online;
  return (
    <SpaceBetween size="xs">
      {error === null ? null : (
        <ErrorNotice
          header="The check did not work; the rows are as they were"
          error={error.toBody()}
          action={<Button onClick={run}>Try again</Button>}
        />
      )}
      {pending ? (
        <StatusIndicator type="loading">Reading the batch’s accounts from Amazon</StatusIndicator>
      ) : null}
      {failures.map(({ account, accountName, error: failure }) => (
        <Alert
          key={`${account.connectionId} ${account.accountId}`}
          type="warning"
          header={`${accountName} could not be read`}
        >
          {failure.message} Its rows were checked against the older copy.
        </Alert>
      ))}
    </SpaceBetween>
  );
}
