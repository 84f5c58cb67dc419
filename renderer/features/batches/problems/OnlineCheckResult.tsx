import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { OnlineCheck } from './onlineCheck';
import { problemsText } from './problemsText';
import { formatNumber } from '../../../../shared/text/formats';
import { failureGroups } from '../../../components/text/failureGroups';
import { counted } from '../../../components/text/formatTime';
import { someNames } from '../../../components/text/someNames';

/** The progress of the check against Amazon, and what couldn't be read. */
export function OnlineCheckResult({ online }: { readonly online: OnlineCheck }): ReactElement {
  const { pending, error, failures, notRead, run } = online;
  return (
    <SpaceBetween size="xs">
      {error === null ? null : (
        <ErrorNotice
          header={problemsText.checkFailed}
          error={error.toBody()}
          action={<Button onClick={run}>{problemsText.tryAgain}</Button>}
        />
      )}
      {pending ? <Progress online={online} /> : null}
      {pending || notRead === 0 ? null : (
        <Alert type="info">{problemsText.stoppedEarly(counted(notRead, 'account'))}</Alert>
      )}
      {failureGroups(failures, ({ accountName }) => accountName).map(({ error: failure, names }) => (
        <Alert
          key={JSON.stringify([failure.message, failure.details])}
          type="warning"
          header={problemsText.accountNotRead(someNames(names, maxNamed))}
        >
          {problemsText.olderCopyUsed(failure.message)}
        </Alert>
      ))}
    </SpaceBetween>
  );
}

/** As many names as a heading has room for. */
const maxNamed = 3;

function Progress({ online: { progress, stop } }: { readonly online: OnlineCheck }): ReactElement {
  return (
    <div className="row">
      <StatusIndicator type="loading">
        {progress === null
          ? problemsText.readingAccounts
          : problemsText.accountsRead(formatNumber(progress.done), counted(progress.total, 'account'))}
      </StatusIndicator>
      <Button disabled={progress === null || progress.stopped} onClick={stop}>
        {problemsText.stopChecking}
      </Button>
    </div>
  );
}
