import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import type { ReactElement } from 'react';
import { useAccount } from '../queries/accounts';
import { useConnections } from '../queries/connections';
import { accountOf, hrefOf, routeOf, type Route } from '../../shared/navigation/routes';
import { following } from '../navigation/useRoute';
import { layoutText } from './layoutText';

/** The path back from nested screens; null for the others. */
export function Breadcrumbs({ route }: { readonly route: Route }): ReactElement | null {
  const scope = accountOf(route);
  const account = useAccount(scope);
  const connected = useConnections()?.length !== 0;
  const trail: { text: string; route: Route }[] = [];
  if (scope !== null) {
    trail.push({ text: layoutText.accounts, route: { screen: 'accounts' } });
    trail.push({ text: account?.name ?? scope.accountId, route: { screen: 'invitations', account: scope } });
  } else if (route.screen === 'invite') {
    trail.push({ text: layoutText.invitations, route: { screen: 'invitations', account: null } });
  }
  if (route.screen === 'members') trail.push({ text: layoutText.members, route });
  if (route.screen === 'invite') trail.push({ text: layoutText.invitePeople, route });
  if (route.screen === 'activity' && scope !== null) trail.push({ text: layoutText.activity, route });
  if (route.screen === 'review') {
    trail.push({ text: layoutText.batches, route: { screen: 'batches' } });
    trail.push({ text: layoutText.batchFile, route });
  }
  if (route.screen === 'person' || route.screen === 'memberPerson') {
    trail.push({ text: layoutText.people, route: { screen: 'people' } });
    trail.push({ text: route.screen === 'person' ? route.emailAddress : route.userId, route });
  }
  if (route.screen === 'leavers' || route.screen === 'leaver') {
    trail.push({ text: layoutText.people, route: { screen: 'people' } });
    trail.push({ text: layoutText.leavers, route: { screen: 'leavers' } });
    if (route.screen === 'leaver') trail.push({ text: layoutText.leaver, route });
    else if (route.subject !== undefined) trail.push({ text: layoutText.leaverPlan, route });
  }
  if (route.screen === 'operations' && route.runId !== null) {
    trail.push({ text: layoutText.operations, route: { screen: 'operations', runId: null } });
    trail.push({ text: layoutText.run(String(route.runId)), route });
  }
  if (route.screen === 'connect' || route.screen === 'editConnection') {
    if (connected) trail.push({ text: layoutText.settings, route: { screen: 'settings' } });
    else trail.push({ text: layoutText.welcome, route: { screen: 'welcome' } });
    trail.push({
      text: route.screen === 'connect' ? layoutText.connectAmazonAds : layoutText.editConnection,
      route,
    });
  }
  if (trail.length === 0) return null;
  return (
    <BreadcrumbGroup
      items={trail.map((step) => ({ text: step.text, href: hrefOf(step.route) }))}
      onFollow={(event) => {
        following(routeOf(event.detail.href.slice(1)))(event);
      }}
    />
  );
}
