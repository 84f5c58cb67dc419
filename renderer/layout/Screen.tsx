import Spinner from '@cloudscape-design/components/spinner';
import Box from '@cloudscape-design/components/box';
import { lazy, Suspense, useRef, type ReactElement } from 'react';
import { HomePage } from '../features/home/HomePage';
import { memberPersonKey } from '../../shared/domain/person/memberPerson';
import { placeOf, type Route } from '../../shared/navigation/routes';
import { FocusOnArrival } from './FocusOnArrival';

// The app opens with Home; the other screens are loaded from disk when first shown.
const WelcomePage = lazy(async () => ({
  default: (await import('../features/welcome/WelcomePage')).WelcomePage,
}));
const ConnectPage = lazy(async () => ({
  default: (await import('../features/connections/ConnectPage')).ConnectPage,
}));
const EditConnectionPage = lazy(async () => ({
  default: (await import('../features/connections/EditConnectionPage')).EditConnectionPage,
}));
const AccountsPage = lazy(async () => ({
  default: (await import('../features/accounts/list/AccountsPage')).AccountsPage,
}));
const InvitationsPage = lazy(async () => ({
  default: (await import('../features/invitations/list/InvitationsPage')).InvitationsPage,
}));
const MembersPage = lazy(async () => ({
  default: (await import('../features/members/MembersPage')).MembersPage,
}));
const InvitePage = lazy(async () => ({
  default: (await import('../features/invitations/invite/InvitePage')).InvitePage,
}));
const OperationsPage = lazy(async () => ({
  default: (await import('../features/operations/OperationsPage')).OperationsPage,
}));
const RunPage = lazy(async () => ({
  default: (await import('../features/operations/runs/RunPage')).RunPage,
}));
const ActivityPage = lazy(async () => ({
  default: (await import('../features/activity/ActivityPage')).ActivityPage,
}));
const BatchesPage = lazy(async () => ({
  default: (await import('../features/batches/list/BatchesPage')).BatchesPage,
}));
const BatchPage = lazy(async () => ({
  default: (await import('../features/batches/editor/BatchPage')).BatchPage,
}));
const ReviewPage = lazy(async () => ({
  default: (await import('../features/approvals/review/ReviewPage')).ReviewPage,
}));
const PersonPage = lazy(async () => ({
  default: (await import('../features/people/PersonPage')).PersonPage,
}));
const PeoplePage = lazy(async () => ({
  default: (await import('../features/people/list/PeoplePage')).PeoplePage,
}));
const MatrixPage = lazy(async () => ({
  default: (await import('../features/people/matrix/MatrixPage')).MatrixPage,
}));
const OrphansPage = lazy(async () => ({
  default: (await import('../features/people/orphans/OrphansPage')).OrphansPage,
}));
const MemberPersonPage = lazy(async () => ({
  default: (await import('../features/people/member/MemberPersonPage')).MemberPersonPage,
}));
const LeaversPage = lazy(async () => ({
  default: (await import('../features/leavers/LeaversPage')).LeaversPage,
}));
const LeaverPlanPage = lazy(async () => ({
  default: (await import('../features/leavers/plan/LeaverPlanPage')).LeaverPlanPage,
}));
const LeaverPage = lazy(async () => ({
  default: (await import('../features/leavers/LeaverPage')).LeaverPage,
}));
const InstancesPage = lazy(async () => ({
  default: (await import('../features/instances/InstancesPage')).InstancesPage,
}));
const RedeemPage = lazy(async () => ({
  default: (await import('../features/redeem/RedeemPage')).RedeemPage,
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
        <FocusOnArrival path={placeOf(route)} frame={frame} />
      </Suspense>
    </div>
  );
}

function screenOf(route: Route): ReactElement {
  switch (route.screen) {
    case 'welcome':
      return <WelcomePage />;
    case 'connect':
      return <ConnectPage key={JSON.stringify(route.setup)} setup={route.setup ?? null} />;
    case 'editConnection':
      return <EditConnectionPage key={route.connectionId} connectionId={route.connectionId} />;
    case 'home':
      return <HomePage />;
    case 'accounts':
      return <AccountsPage problemsOnly={route.problemsOnly === true} />;
    // The keys give each account its own screen: no search text or selection carries over.
    case 'invitations':
      // Lists of one account have the same columns, so that only what is in them is drawn again.
      return (
        <InvitationsPage key={route.account === null ? 'all' : 'one'} scope={route.account} view={route} />
      );
    case 'members':
      return <MembersPage key={JSON.stringify(route.account)} scope={route.account} />;
    case 'invite':
      return (
        <InvitePage
          key={JSON.stringify([route.account, route.again])}
          scope={route.account}
          again={route.again ?? null}
        />
      );
    case 'operations':
      return route.runId === null ? <OperationsPage /> : <RunPage key={route.runId} runId={route.runId} />;
    case 'activity':
      return (
        <ActivityPage
          key={JSON.stringify([route.account, route.batch])}
          scope={route.account}
          batch={route.batch ?? null}
        />
      );
    case 'batches':
      return <BatchesPage />;
    case 'batch':
      return <BatchPage key={route.batchId} batchId={route.batchId} rowId={route.rowId ?? null} />;
    case 'review':
      return <ReviewPage key={route.fileId} fileId={route.fileId} />;
    case 'person':
      return <PersonPage key={route.emailAddress} emailAddress={route.emailAddress} />;
    case 'people':
      return <PeoplePage />;
    case 'matrix':
      return <MatrixPage />;
    case 'orphans':
      return <OrphansPage />;
    case 'memberPerson':
      return (
        <MemberPersonPage
          key={memberPersonKey(route)}
          member={{ realm: route.realm, userId: route.userId }}
        />
      );
    case 'leavers':
      return route.subject === undefined ? (
        <LeaversPage />
      ) : (
        <LeaverPlanPage
          key={JSON.stringify(route.subject)}
          subject={route.subject}
          leaverId={route.leaverId ?? null}
        />
      );
    case 'leaver':
      return <LeaverPage key={route.leaverId} leaverId={route.leaverId} />;
    case 'instances':
      return <InstancesPage />;
    case 'redeem':
      return <RedeemPage />;
    case 'settings':
      return <SettingsPage />;
  }
}

const Loading = (): ReactElement => (
  <Box textAlign="center" padding="xxl">
    <Spinner size="large" />
  </Box>
);
