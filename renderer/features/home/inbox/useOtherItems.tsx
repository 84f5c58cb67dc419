import Button from '@cloudscape-design/components/button';
import type { Account } from '../../../../shared/domain/account/account';
import { linkTo } from '../../../navigation/useRoute';
import { useConnections } from '../../../queries/connections';
import { useOwnInstances, useReadInstances } from '../../../queries/instances';
import { useWorkCounts } from '../../../queries/instanceWork';
import { useWaitingCount } from '../../../queries/redeem';
import { useDoubles } from '../../../queries/team';
import type { InboxItem } from './Inbox';
import { inboxText } from './inboxText';

/** Connections that need a person to sign in again before they can be used. */
export function useSignInItems(): InboxItem[] {
  const signedOut = (useConnections() ?? []).filter(({ state }) => state === 'signInAgain');
  return signedOut.length === 0
    ? []
    : [
        {
          name: 'signIn',
          count: signedOut.length,
          status: 'warning',
          title: inboxText.signedOutTitle(signedOut.map(({ label }) => label)),
          to: { screen: 'settings' },
          reason: inboxText.signedOutReason,
          action: <Button {...linkTo({ screen: 'settings' })}>{inboxText.openSettings}</Button>,
        },
      ];
}

/** People invited twice, since one invitation was sent without the team; nothing if there are none. */
export function useDoubleItems(): InboxItem[] {
  const count = useDoubles().length;
  return count === 0
    ? []
    : [
        {
          name: 'invitedTwice',
          count,
          status: 'warning',
          title: inboxText.doublesTitle(count),
          to: { screen: 'settings' },
          reason: inboxText.doublesReason,
          action: <Button {...linkTo({ screen: 'settings' })}>{inboxText.openSettings}</Button>,
        },
      ];
}

/** People who accepted and wait to be added to instances by hand; nothing if there are none. */
export function useWorkItems(): InboxItem[] {
  const count = useWorkCounts()?.waiting ?? 0;
  return count === 0
    ? []
    : [
        {
          name: 'toAdd',
          count,
          status: 'pending',
          title: inboxText.toAddTitle(count),
          to: { screen: 'instances' },
          reason: inboxText.toAddReason,
          action: <Button {...linkTo({ screen: 'instances' })}>{inboxText.openWork}</Button>,
        },
      ];
}

/** Links waiting to be redeemed. */
export function useRedeemItem(): InboxItem {
  const count = useWaitingCount();
  return {
    name: inboxText.toRedeem,
    count,
    status: 'info',
    title: inboxText.redeemTitle(count),
    to: { screen: 'redeem' },
    reason: inboxText.redeemReason,
    action: <Button {...linkTo({ screen: 'redeem' })}>{inboxText.openRedeem}</Button>,
  };
}

/** Accounts that somebody joined without being added to an instance so far, as Amazon answered; nothing if there are none. */
export function useInstanceItems(): InboxItem[] {
  const { read, isRunning } = useReadInstances();
  const waiting = useOwnInstances().filter(({ instances, asOf }) => instances.length === 0 && asOf !== null);
  const [first, ...others] = waiting;
  return waiting.length === 0
    ? []
    : [
        {
          name: inboxText.instances,
          count: waiting.length,
          status: 'pending',
          title: inboxText.instancesTitle(waiting.map(({ accountName }) => accountName)),
          to:
            first === undefined || others.length > 0
              ? { screen: 'accounts' }
              : { screen: 'invitations', account: first.account },
          reason: inboxText.instancesReason,
          action: (
            <Button loading={isRunning} onClick={() => read(waiting.map(({ account }) => account))}>
              {inboxText.checkAgain}
            </Button>
          ),
        },
      ];
}

/** Accounts whose latest reading failed; nothing if there are none. */
export function problemItems(accounts: readonly Account[]): InboxItem[] {
  const count = accounts.filter(({ trouble }) => trouble !== null).length;
  return count === 0
    ? []
    : [
        {
          name: 'problems',
          count,
          status: 'warning',
          title: inboxText.problemsTitle(count),
          to: { screen: 'accounts', problemsOnly: true },
          reason: inboxText.problemsReason,
          action: (
            <Button {...linkTo({ screen: 'accounts', problemsOnly: true })}>{inboxText.showAccounts}</Button>
          ),
        },
      ];
}
