import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { counted } from '../components/formatTime';
import { useRedeemInbox, useWaitingCount } from '../queries/redeem';
import type { Route } from '../routes';
import { linkTo } from '../useRoute';

/** Where no navigation tells how many invitations wait, this does. */
export function useRedeemNotices(route: Route): FlashbarProps.MessageDefinition[] {
  const waiting = useWaitingCount();
  const setup = useRedeemInbox().inbox?.setup ?? null;
  if (route.screen !== 'welcome' || (waiting === 0 && setup === null)) return [];
  return [
    {
      id: 'redeem',
      type: 'info',
      content:
        waiting === 0
          ? 'Someone sent you a set-up for a new connection.'
          : `${counted(waiting, 'invitation')} ${waiting === 1 ? 'waits' : 'wait'} for you. Connect first, then redeem.`,
      action: <Button {...linkTo({ screen: 'redeem' })}>{waiting === 0 ? 'Show it' : 'Show'}</Button>,
    },
  ];
}
