import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useEffect } from 'react';
import { newAccountsText } from '../../../shared/domain/redeem/newAccountsText';
import { useDismissNewAccounts, useRedeemInbox, useWaitingCount } from '../../queries/redeem';
import type { Route } from '../../../shared/navigation/routes';
import { goTo, linkTo } from '../../navigation/useRoute';
import { noticesText } from './noticesText';

/** If no navigation shows how many invitations are waiting, this does; and new accounts are offered. */
export function useRedeemNotices(route: Route): FlashbarProps.MessageDefinition[] {
  const waiting = useWaitingCount();
  const setup = useRedeemInbox().inbox?.setup ?? null;
  const newAccounts = useNewAccountNotices(route);
  if (route.screen !== 'welcome' || (waiting === 0 && setup === null)) return newAccounts;
  return [
    ...newAccounts,
    {
      id: 'redeem',
      type: 'info',
      content: waiting === 0 ? noticesText.setupWaiting : noticesText.invitationsWaiting(waiting),
      action: (
        <Button {...linkTo({ screen: 'redeem' })}>
          {waiting === 0 ? noticesText.showSetup : noticesText.show}
        </Button>
      ),
    },
  ];
}

/** Redeem itself shows them beside each invitation. */
function useNewAccountNotices({ screen }: Route): FlashbarProps.MessageDefinition[] {
  const accounts = useRedeemInbox().inbox?.newAccounts ?? [];
  const dismiss = useDismissNewAccounts();
  const [first, ...others] = accounts;
  const shownThere = screen === 'redeem' && first !== undefined;
  useEffect(() => {
    if (shownThere) dismiss();
  }, [shownThere, dismiss]);
  if (shownThere || first === undefined) return [];
  const target: Route =
    others.length === 0 ? { screen: 'invitations', account: first.account } : { screen: 'accounts' };
  return [
    {
      id: 'new accounts',
      type: 'success',
      content: newAccountsText(accounts.map(({ name }) => name)),
      action: (
        <Button
          onClick={() => {
            goTo(target);
            dismiss();
          }}
        >
          {others.length === 0 ? noticesText.openAccount : noticesText.showAccounts}
        </Button>
      ),
      dismissible: true,
      dismissLabel: noticesText.dismiss,
      onDismiss: dismiss,
    },
  ];
}
