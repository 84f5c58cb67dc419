import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Popover from '@cloudscape-design/components/popover';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { RefreshFailure } from '../../shared/domain/refresh';
import { ErrorDetails } from '../components/ErrorNotice';
import { counted } from '../components/formatTime';
import { someNames } from '../components/someNames';
import { useAccounts } from '../queries/accounts';
import { useConnections } from '../queries/connections';
import { useRefreshAll } from '../queries/refreshAll';
import { failureGroups } from './refreshWords';

interface RefreshFailuresProps {
  readonly failures: readonly RefreshFailure[];
  /** While it is running nothing can be tried again. */
  readonly running: boolean;
}

const mostNamed = 6;

/** What could not be read, with the reason and the remedy of each. */
export function RefreshFailures({ failures, running }: RefreshFailuresProps): ReactElement {
  const { accounts = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const refreshAll = useRefreshAll();
  const nameOf = ({ account, connectionId }: RefreshFailure): string =>
    account === null
      ? `The accounts of “${connections.find((each) => each.connectionId === connectionId)?.label ?? connectionId}”`
      : (accounts.find(({ accountId }) => accountId === account.accountId)?.name ?? account.accountId);
  return (
    <Popover
      header={`Could not read ${counted(failures.length, 'account')}`}
      dismissAriaLabel="Close"
      size="large"
      content={
        <SpaceBetween size="s">
          {failureGroups(failures, nameOf).map(({ error, names }) => (
            <div key={JSON.stringify([error.message, error.details])}>
              <Box variant="strong">{someNames(names, mostNamed)}</Box>
              <div>{error.message}</div>
              <ErrorDetails error={error} />
            </div>
          ))}
          <div>You see the stored copy of these meanwhile; each says how old it is.</div>
          {running ? null : <Button onClick={refreshAll}>Try again</Button>}
        </SpaceBetween>
      }
    >
      {failures.length.toLocaleString()} not read
    </Popover>
  );
}
