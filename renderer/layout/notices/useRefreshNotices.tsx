import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { formatList } from '../../../shared/text/formats';
import { ErrorDetails } from '../../components/ErrorNotice';
import { AsOf } from '../../components/Times';
import { useAccount, useAccounts } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { ageOfCopy } from '../../queries/refresh/copyAge';
import { useReadAgain, useRefreshState } from '../../queries/refresh/refresh';
import type { RefreshFailure } from '../../queries/refresh/refreshState';
import { isExplained } from '../../queries/refresh/unreachable';
import { useUnreachable } from '../../queries/refresh/useUnreachable';
import { accountOf, type Route } from '../../../shared/navigation/routes';
import { showsCopy } from './useUnreachableNotices';
import { noticesText } from './noticesText';
import { TextWith } from '../../components/text/TextWith';

/** What couldn't be read from Amazon, as far as the screen needs it, with the age of the data shown. */
export function useRefreshNotices(route: Route): FlashbarProps.MessageDefinition[] {
  const scope = accountOf(route);
  const account = useAccount(scope);
  const { accounts = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const { failures, refreshing } = useRefreshState();
  const readAgain = useReadAgain();
  const unreachable = useUnreachable();
  if (!showsCopy(route)) return [];

  const relevant = failures.filter(
    (failure) =>
      // The notices about signing in and about Amazon being unreachable already say this.
      failure.error.code !== 'SIGN_IN_REQUIRED' &&
      !isExplained(unreachable, failure) &&
      (scope === null ||
        (failure.connectionId === scope.connectionId &&
          (failure.account === null || failure.account.accountId === scope.accountId))),
  );
  const [first] = relevant;
  if (first === undefined) return [];

  const nameOf = ({ account: about, connectionId }: RefreshFailure): string =>
    about === null
      ? (connections.find((connection) => connection.connectionId === connectionId)?.label ?? connectionId)
      : (accounts.find(({ accountId }) => accountId === about.accountId)?.name ?? about.accountId);
  const asOf = ageOfCopy(account, accounts);

  return [
    {
      id: 'refresh',
      type: 'warning',
      header: noticesText.refreshFailed(named(relevant.map(nameOf))),
      content: (
        <>
          {first.error.message}{' '}
          {asOf === null ? null : (
            <TextWith text={noticesText.storedCopy} places={{ age: <AsOf at={asOf} /> }} />
          )}
          <ErrorDetails error={first.error} />
        </>
      ),
      action: (
        <Button
          loading={refreshing}
          loadingText={noticesText.tryingAgain}
          onClick={() => {
            readAgain(relevant);
          }}
        >
          {noticesText.tryAgain}
        </Button>
      ),
    },
  ];
}

/** Max number of names in a heading. */
const maxNamed = 3;

function named(names: readonly string[]): string {
  const more = names.length - maxNamed;
  return formatList(more > 0 ? [...names.slice(0, maxNamed), `${String(more)} more`] : names);
}
