import AppLayout, { type AppLayoutProps } from '@cloudscape-design/components/app-layout';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { SignInDialog } from '../features/connections/SignInDialog';
import { Overlays, type Overlay } from '../features/palette/Overlays';
import { ResultsDialog } from '../features/results/ResultsDialog';
import { useConnections } from '../queries/connections';
import { useRefreshAccounts } from '../queries/refresh';
import type { Route } from '../routes';
import { useRoute } from '../useRoute';
import { Breadcrumbs } from './Breadcrumbs';
import { Navigation } from './Navigation';
import { Notices } from './Notices';
import { Screen } from './Screen';
import { TopBar } from './TopBar';

const contentTypes: Record<Route['screen'], AppLayoutProps.ContentType> = {
  welcome: 'default',
  connect: 'form',
  editConnection: 'form',
  accounts: 'table',
  invitations: 'table',
  invite: 'form',
  settings: 'default',
};

/** From this width (CSS pixels) on there is room for the navigation beside a table. */
const roomyFrom = 1100;

/** What stands around every screen, and the dialogs that can come up over any of them. */
export function AppFrame(): ReactElement {
  const connected = useConnections()?.length !== 0;
  const route = useShownRoute(connected);
  const [navigationOpen, setNavigationOpen] = useState(window.innerWidth >= roomyFrom);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  useReadAtStart();
  return (
    <>
      <div id="top-bar">
        <TopBar route={route} onSearch={() => setOverlay('palette')} />
      </div>
      <AppLayout
        headerSelector="#top-bar"
        contentType={contentTypes[route.screen]}
        navigation={<Navigation route={route} />}
        // Without a connection there is nowhere to go but on.
        navigationHide={!connected}
        navigationOpen={navigationOpen}
        navigationWidth={190}
        onNavigationChange={({ detail }) => {
          setNavigationOpen(detail.open);
        }}
        toolsHide
        breadcrumbs={<Breadcrumbs route={route} />}
        notifications={<Notices route={route} />}
        content={<Screen route={route} />}
        ariaLabels={{ navigation: 'Side navigation', notifications: 'Notices' }}
      />
      <SignInDialog />
      <ResultsDialog />
      <Overlays route={route} shown={overlay} show={setOverlay} />
    </>
  );
}

/** The address's screen, except that without any connection there is nothing to list: Welcome then. */
function useShownRoute(connected: boolean): Route {
  const route = useRoute();
  const needsConnection = !['welcome', 'connect', 'settings'].includes(route.screen);
  return needsConnection && !connected ? { screen: 'welcome' } : route;
}

/** The stored copy is on screen at once; this brings it up to date once a start. */
function useReadAtStart(): void {
  const connections = useConnections();
  const refreshAccounts = useRefreshAccounts();
  const started = useRef(false);
  useEffect(() => {
    if (started.current || connections === undefined) return;
    started.current = true;
    for (const { connectionId, state } of connections)
      if (state === 'signedIn') refreshAccounts(connectionId);
  }, [connections, refreshAccounts]);
}
