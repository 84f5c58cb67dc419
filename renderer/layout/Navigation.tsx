import Badge from '@cloudscape-design/components/badge';
import { layoutText } from './layoutText';
import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import type { ReactElement } from 'react';
import { formatNumber } from '../../shared/text/formats';
import { useNeedsPerson } from '../queries/outbox';
import { useWorkCounts } from '../queries/instanceWork';
import { useWaitingCount } from '../queries/redeem';
import { accountOf, hrefOf, routeOf, type Route } from '../../shared/navigation/routes';
import { sectionOfScreen, sectionRoute, sections, type SectionId } from '../../shared/navigation/sections';
import { following } from '../navigation/useRoute';

/** The sections of the app. Invitations and activity stay with the account on screen. */
export function Navigation({ route }: { readonly route: Route }): ReactElement {
  const needing = useNeedsPerson();
  const waiting = useWaitingCount();
  const toAdd = useWorkCounts()?.waiting ?? 0;
  const hrefTo = (id: SectionId): string => hrefOf(sectionRoute(id, accountOf(route)));
  const badges: Partial<Record<SectionId, ReactElement>> = {
    ...(waiting === 0 ? {} : { redeem: <Waits count={waiting} /> }),
    ...(toAdd === 0 ? {} : { instances: <Waits count={toAdd} /> }),
    ...(needing === 0 ? {} : { operations: <NeedsYou count={needing} /> }),
  };
  return (
    <SideNavigation
      activeHref={hrefTo(sectionOfScreen[route.screen])}
      onFollow={(event) => {
        following(routeOf(event.detail.href.slice(1)))(event);
      }}
      items={sections.flatMap(({ id, title }): SideNavigationProps.Item[] => [
        ...(id === 'settings' ? [{ type: 'divider' } as const] : []),
        { type: 'link', text: title, href: hrefTo(id), info: badges[id] },
      ])}
    />
  );
}

function NeedsYou({ count }: { readonly count: number }): ReactElement {
  return (
    <Badge color="severity-medium">
      {formatNumber(count)}
      <span className="visually-hidden"> {layoutText.needYou(count)}</span>
    </Badge>
  );
}

function Waits({ count }: { readonly count: number }): ReactElement {
  return (
    <Badge color="blue">
      {formatNumber(count)}
      <span className="visually-hidden"> {layoutText.waitForYou(count)}</span>
    </Badge>
  );
}
