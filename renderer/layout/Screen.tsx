import Spinner from '@cloudscape-design/components/spinner';
import Box from '@cloudscape-design/components/box';
import { lazy, Suspense, useRef, type ReactElement } from 'react';
import { AccountsPage } from '../features/accounts/AccountsPage';
import { pathOf, type Route } from '../routes';
import { FocusOnArrival } from './FocusOnArrival';

// Accounts is where the app opens; the other screens are read from disk when they are first shown.
const WelcomePage = lazy(async () => ({
  default: (await import('../features/welcome/WelcomePage')).WelcomePage,
}));
const ConnectPage = lazy(async () => ({
  default: (await import('../features/connections/ConnectPage')).ConnectPage,
}));
const EditConnectionPage = lazy(async () => ({
  default: (await import('../features/connections/EditConnectionPage')).EditConnectionPage,
}));
const InvitationsPage = lazy(async () => ({
  default: (await import('../features/invitations/InvitationsPage')).InvitationsPage,
}));
const InvitePage = lazy(async () => ({
  default: (await import('../features/invitations/InvitePage')).InvitePage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/SettingsPage')).SettingsPage,
}));

/** The screen of a route. */
export function Screen({ route }: { readonly route: Route }): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame} className="screen" tabIndex={-1}>
      <Suspense fallback={<Loading />}>
        {screenOf(route)}
        <FocusOnArrival path={pathOf(route)} frame={frame} />
      </Suspense>
    </div>
  );
}

function screenOf(route: Route): ReactElement {
  switch (route.screen) {
    case 'welcome':
      return <WelcomePage />;
    case 'connect':
      return <ConnectPage />;
    case 'editConnection':
      return <EditConnectionPage key={route.connectionId} connectionId={route.connectionId} />;
    case 'accounts':
      return <AccountsPage />;
    // The keys give each account a screen of its own: no search text or selection is carried into another one.
    case 'invitations':
      return <InvitationsPage key={JSON.stringify(route.account)} scope={route.account} />;
    case 'invite':
      return <InvitePage key={JSON.stringify(route.account)} scope={route.account} />;
    case 'settings':
      return <SettingsPage />;
  }
}

const Loading = (): ReactElement => (
  <Box textAlign="center" padding="xxl">
    <Spinner size="large" />
  </Box>
);
