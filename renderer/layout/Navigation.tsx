import Badge from '@cloudscape-design/components/badge';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import type { ReactElement } from 'react';
import { formatNumber } from '../../shared/text/formats';
import { useNeedsPerson } from '../queries/outbox';
import { useWaitingCount } from '../queries/redeem';
import { accountOf, hrefOf, routeOf, type Route } from '../../shared/navigation/routes';
import { following } from '../navigation/useRoute';

/** The sections of the app. Invitations and activity stay those of the chosen account. */
export function Navigation({ route }: { readonly route: Route }): ReactElement {
  const needing = useNeedsPerson();
  const waiting = useWaitingCount();
  const home = hrefOf({ screen: 'home' });
  const accounts = hrefOf({ screen: 'accounts' });
  const invitations = hrefOf({ screen: 'invitations', account: accountOf(route) });
  const operations = hrefOf({ screen: 'operations', runId: null });
  const activity = hrefOf({ screen: 'activity', account: accountOf(route) });
  const batches = hrefOf({ screen: 'batches' });
  const redeem = hrefOf({ screen: 'redeem' });
  const settings = hrefOf({ screen: 'settings' });
  const sections: Record<Route['screen'], string> = {
    welcome: home,
    home,
    accounts,
    invitations,
    invite: invitations,
    activity,
    operations,
    batches,
    batch: batches,
    redeem,
    connect: settings,
    editConnection: settings,
    settings,
  };
  return (
    <SideNavigation
      activeHref={sections[route.screen]}
      onFollow={(event) => {
        following(routeOf(event.detail.href.slice(1)))(event);
      }}
      items={[
        { type: 'link', text: 'Home', href: home },
        { type: 'link', text: 'Accounts', href: accounts },
        { type: 'link', text: 'Invitations', href: invitations },
        { type: 'link', text: 'Batches', href: batches },
        {
          type: 'link',
          text: 'Redeem',
          href: redeem,
          ...(waiting === 0 ? {} : { info: <Waits count={waiting} /> }),
        },
        {
          type: 'link',
          text: 'Operations',
          href: operations,
          ...(needing === 0 ? {} : { info: <NeedsYou count={needing} /> }),
        },
        { type: 'link', text: 'Activity', href: activity },
        { type: 'divider' },
        { type: 'link', text: 'Settings', href: settings },
      ]}
    />
  );
}

function NeedsYou({ count }: { readonly count: number }): ReactElement {
  return (
    <Badge color="severity-medium">
      {formatNumber(count)}
      <span className="visually-hidden"> {count === 1 ? 'change needs' : 'changes need'} you</span>
    </Badge>
  );
}

function Waits({ count }: { readonly count: number }): ReactElement {
  return (
    <Badge color="blue">
      {formatNumber(count)}
      <span className="visually-hidden">
        {' '}
        {count === 1 ? 'invitation waits' : 'invitations wait'} for you
      </span>
    </Badge>
  );
}
