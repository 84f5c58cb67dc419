import SideNavigation from '@cloudscape-design/components/side-navigation';
import type { ReactElement } from 'react';
import { accountOf, hrefOf, routeOf, type Route } from '../routes';
import { following } from '../useRoute';

/** The sections of the app. Invitations stay those of the chosen account. */
export function Navigation({ route }: { readonly route: Route }): ReactElement {
  const accounts = hrefOf({ screen: 'accounts' });
  const invitations = hrefOf({ screen: 'invitations', account: accountOf(route) });
  const settings = hrefOf({ screen: 'settings' });
  const sections: Record<Route['screen'], string> = {
    welcome: accounts,
    accounts,
    invitations,
    invite: invitations,
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
        { type: 'link', text: 'Accounts', href: accounts },
        { type: 'link', text: 'Invitations', href: invitations },
        { type: 'divider' },
        { type: 'link', text: 'Settings', href: settings },
      ]}
    />
  );
}
