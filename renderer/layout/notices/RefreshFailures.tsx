import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Popover from '@cloudscape-design/components/popover';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { RefreshFailure } from '../../../shared/domain/account/refresh';
import { formatNumber } from '../../../shared/text/formats';
import { ErrorDetails } from '../../components/ErrorNotice';
import { someNames } from '../../components/text/someNames';
import { useAccounts } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { useRefreshAll } from '../../queries/refresh/refreshAll';
import { failureGroups } from '../../components/text/failureGroups';
import { unreadAccounts, unreadText } from './refreshText';
import { noticesText } from './noticesText';

interface RefreshFailuresProps {
  readonly failures: readonly RefreshFailure[];
  /** While it is running nothing can be retried. */
  readonly running: boolean;
}

const maxNamed = 6;

/** What couldn't be read, each with the reason and what to do. */
export function RefreshFailures({ failures, running }: RefreshFailuresProps): ReactElement {
  const { accounts: known = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const refreshAll = useRefreshAll();
  const accounts = unreadAccounts(failures);
  const nameOf = ({ account, connectionId }: RefreshFailure): string =>
    account === null
      ? noticesText.accountsOf(
          connections.find((each) => each.connectionId === connectionId)?.label ?? connectionId,
        )
      : (known.find(({ accountId }) => accountId === account.accountId)?.name ?? account.accountId);
  return (
    <Popover
      header={noticesText.readFailed(unreadText(failures))}
      dismissAriaLabel={noticesText.close}
      size="large"
      content={
        <SpaceBetween size="s">
          {failureGroups(failures, nameOf).map(({ error, names }) => (
            <div key={JSON.stringify([error.message, error.details])}>
              <Box variant="strong">{someNames(names, maxNamed)}</Box>
              <div>{error.message}</div>
              <ErrorDetails error={error} />
            </div>
          ))}
          <div>{noticesText.storedCopyHint}</div>
          {running ? null : <Button onClick={refreshAll}>{noticesText.tryAgain}</Button>}
        </SpaceBetween>
      }
    >
      {accounts === 0 ? noticesText.accountsNotRead : noticesText.notRead(formatNumber(accounts))}
    </Popover>
  );
}
