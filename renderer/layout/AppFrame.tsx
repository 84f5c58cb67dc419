import AppLayout, { type AppLayoutProps } from '@cloudscape-design/components/app-layout';
import { lazy, memo, Suspense, useCallback, useEffect, useState, type ReactElement } from 'react';
import { SignInDialog } from '../features/connections/SignInDialog';
import type { Overlay } from '../features/palette/overlay';
import { Overlays } from '../features/palette/Overlays';
import { ResultsDialog } from '../features/results/ResultsDialog';
import { useConnections } from '../queries/connections';
import type { Route } from '../../shared/navigation/routes';
import { goTo, useRoute } from '../navigation/useRoute';
import { Breadcrumbs } from './Breadcrumbs';
import { DropZone } from './DropZone';
import { Navigation } from './Navigation';
import { Notices } from './notices/Notices';
import { Screen } from './Screen';
import { TopBar } from './TopBar';
import { useReadAhead } from './useReadAhead';
import { layoutText } from './layoutText';

// Loaded from disk when details are first opened.
const InvitationPanel = lazy(async () => ({
  default: (await import('../features/invitations/details/InvitationPanel')).InvitationPanel,
}));

const contentTypes: Record<Route['screen'], AppLayoutProps.ContentType> = {
  welcome: 'default',
  connect: 'form',
  editConnection: 'form',
  home: 'default',
  batches: 'table',
  batch: 'table',
  instances: 'table',
  review: 'default',
  redeem: 'default',
  accounts: 'table',
  invitations: 'table',
  members: 'table',
  people: 'table',
  matrix: 'table',
  orphans: 'table',
  person: 'default',
  memberPerson: 'default',
  leavers: 'default',
  leaver: 'default',
  invite: 'form',
  activity: 'table',
  operations: 'default',
  settings: 'default',
};

/** From this width (CSS pixels) on, the navigation fits beside a table. */
const roomyFrom = 1100;

/** From this width on, details also fit beside a table; otherwise they open below it. */
const besideFrom = 1500;

/** How much of the window details below a table take at first: some rows stay in sight, also in the smallest window. */
const belowShare = 0.36;

/** What surrounds every screen, and the dialogs that can open over any of them. */
export function AppFrame(): ReactElement {
  const connected = useConnections()?.length !== 0;
  const route = useShownRoute(connected);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const search = useCallback(() => setOverlay('palette'), []);
  const readAhead = useReadAhead();
  return (
    <>
      <MainWindow route={route} connected={connected} onSearch={search} />
      <SignInDialog />
      <ResultsDialog />
      <DropZone />
      <Overlays route={route} shown={overlay} show={setOverlay} onMarked={readAhead} />
    </>
  );
}

interface MainWindowProps {
  readonly route: Route;
  readonly connected: boolean;
  /** Opens the palette; always the same function. */
  readonly onSearch: () => void;
}

/** The screen, and what is around it. Not redrawn because something opens over it. */
const MainWindow = memo(function MainWindow(props: MainWindowProps): ReactElement {
  const { route, connected, onSearch } = props;
  const [navigationOpen, setNavigationOpen] = useNavigationOpen();
  const [panel, setPanel] = useState<AppLayoutProps.SplitPanelPreferences | null>(null);
  const [panelSize, setPanelSize] = useState<number | null>(null);
  const position = panel?.position ?? (window.innerWidth >= besideFrom ? 'side' : 'bottom');
  const size = panelSize ?? (position === 'bottom' ? window.innerHeight * belowShare : null);
  const shown = route.screen === 'invitations' ? route.shown : undefined;
  return (
    <>
      <div id="top-bar">
        <TopBar route={route} onSearch={onSearch} />
      </div>
      <AppLayout
        headerSelector="#top-bar"
        contentType={contentTypes[route.screen]}
        navigation={<Navigation route={route} />}
        // Without a connection there is nowhere else to go.
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
        splitPanel={
          shown === undefined ? undefined : (
            <Suspense fallback={null}>
              <InvitationPanel shown={shown} />
            </Suspense>
          )
        }
        splitPanelOpen={shown !== undefined}
        splitPanelPreferences={{ position }}
        onSplitPanelPreferencesChange={({ detail }) => {
          setPanel(detail);
          setPanelSize(null);
        }}
        {...(size === null ? {} : { splitPanelSize: size })}
        onSplitPanelResize={({ detail }) => {
          setPanelSize(detail.size);
        }}
        onSplitPanelToggle={({ detail }) => {
          if (!detail.open) goTo(withoutDetails(route));
        }}
        ariaLabels={{ navigation: layoutText.sideNavigation, notifications: 'Notices' }}
      />
    </>
  );
});

/** Whether the navigation is open: as a person left it, until the window becomes roomy or stops being so. */
function useNavigationOpen(): readonly [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(window.innerWidth >= roomyFrom);
  useEffect(() => {
    const roomy = window.matchMedia(`(min-width: ${String(roomyFrom)}px)`);
    const follow = (): void => {
      setOpen(roomy.matches);
    };
    roomy.addEventListener('change', follow);
    return () => {
      roomy.removeEventListener('change', follow);
    };
  }, []);
  return [open, setOpen];
}

/** The same list without opened details. */
function withoutDetails(route: Route): Route {
  if (route.screen !== 'invitations') return route;
  const { shown, ...list } = route;
  return list;
}

/** The address's screen, or Welcome if there is no connection and thus nothing to list. */
function useShownRoute(connected: boolean): Route {
  const route = useRoute();
  const needsConnection = !['welcome', 'connect', 'redeem', 'settings'].includes(route.screen);
  return needsConnection && !connected ? { screen: 'welcome' } : route;
}
