import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { OnlineCheck } from './onlineCheck';
import { problemsText } from './problemsText';
import { accountRefKey } from '../../../../shared/util/accountKey';

/** How the check against Amazon goes on, and what could not be read. */
export function OnlineCheckResult({ online }: { readonly online: OnlineCheck }): ReactElement {
  const { pending, error, failures, run } = online;
  return (
    <SpaceBetween size="xs">
      {error === null ? null : (
        <ErrorNotice
          header={problemsText.checkFailed}
          error={error.toBody()}
          action={<Button onClick={run}>{problemsText.tryAgain}</Button>}
        />
      )}
      {pending ? <StatusIndicator type="loading">{problemsText.readingAccounts}</StatusIndicator> : null}
      {failures.map(({ account, accountName, error: failure }) => (
        <Alert key={accountRefKey(account)} type="warning" header={problemsText.accountNotRead(accountName)}>
          {problemsText.olderCopyUsed(failure.message)}
        </Alert>
      ))}
    </SpaceBetween>
  );
}
