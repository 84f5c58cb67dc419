import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { accountOf, type Route } from '../../../shared/navigation/routes';
import { ErrorDetails } from '../../components/ErrorNotice';
import { AsOf } from '../../components/Times';
import { TextWith } from '../../components/text/TextWith';
import { unreachableText } from '../../components/text/unreachableText';
import { useAccount, useAccounts } from '../../queries/accounts';
import { ageOfCopy } from '../../queries/refresh/copyAge';
import { useReadAgain, useRefreshState } from '../../queries/refresh/refresh';
import { useRefreshAll } from '../../queries/refresh/refreshAll';
import { useUnreachable } from '../../queries/refresh/useUnreachable';
import { noticesText } from './noticesText';

/**
 * That Amazon can't be reached, on every screen, in place of everything that fails or waits because of it. It goes away once
 * anything reaches Amazon.
 */
export function useUnreachableNotices(route: Route): FlashbarProps.MessageDefinition[] {
  const unreachable = useUnreachable();
  const { accounts = [] } = useAccounts();
  const asOf = ageOfCopy(useAccount(accountOf(route)), accounts);
  const { refreshing } = useRefreshState();
  const readAgain = useReadAgain();
  const refreshAll = useRefreshAll();
  if (unreachable === null) return [];
  const { labels, message, error, failures, queued } = unreachable;
  return [
    {
      id: 'unreachable',
      type: 'warning',
      header: unreachableText.header(labels),
      content: (
        <>
          {[message, ...(queued === 0 ? [] : [unreachableText.goOut(queued)])].join(' ')}{' '}
          {showsCopy(route) && asOf !== null ? (
            <>
              <TextWith text={noticesText.storedCopy} places={{ age: <AsOf at={asOf} /> }} />{' '}
            </>
          ) : null}
          {unreachableText.triesAgain}
          {error === null ? null : <ErrorDetails error={error} />}
        </>
      ),
      action: (
        <Button
          loading={refreshing}
          loadingText={noticesText.tryingAgain}
          onClick={() => (failures.length > 0 ? readAgain(failures) : refreshAll())}
        >
          {noticesText.tryAgain}
        </Button>
      ),
    },
  ];
}

/** Whether the screen shows what was read from Amazon. */
export const showsCopy = ({ screen }: Route): boolean =>
  ['home', 'accounts', 'invitations', 'invite'].includes(screen);
