import Button from '@cloudscape-design/components/button';
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useState, type ReactElement } from 'react';
import type { Connection } from '../../shared/domain/connection';
import { ErrorDetails } from '../components/ErrorNotice';
import { counted } from '../components/formatTime';
import { useResults } from '../features/results/resultsContext';
import { subjectOf, summaryOf, summaryText } from '../features/results/summary';
import { useConnections } from '../queries/connections';
import { useOperations, useOperationsInDoubt } from '../queries/outbox';
import { useQuietFailures } from '../queries/quiet';
import { useAppInfo, useCheckKeychain } from '../queries/settings';
import { useStartSignIn } from '../queries/signIn';
import { accountOf, type Route } from '../routes';
import { useDataNotices } from './useDataNotices';
import { useRefreshNotices } from './useRefreshNotices';

type Notice = FlashbarProps.MessageDefinition;

/** From this many on, notices are stacked so that they leave room for the screen itself. */
const stackedFrom = 4;

/** Everything a person should know on any screen, the most pressing first. */
export function Notices({ route }: { readonly route: Route }): ReactElement {
  const items = [
    ...useQuietFailureNotices(),
    ...useDataNotices(),
    ...useSignInNotices(route),
    ...useResultsNotices(),
    ...useDoubtNotices(route),
    ...useRefreshNotices(route),
    ...useKeychainNotices(route),
  ];
  return (
    <Flashbar
      items={items}
      stackItems={items.length >= stackedFrom}
      i18nStrings={{ ariaLabel: 'Notices', notificationBarText: 'Notices' }}
    />
  );
}

function useQuietFailureNotices(): Notice[] {
  const { failures, forget } = useQuietFailures();
  const latest = failures.at(-1);
  if (latest === undefined) return [];
  return [
    {
      id: 'quiet',
      type: 'error',
      header: 'That did not work',
      content: (
        <>
          {latest.message}
          <ErrorDetails error={latest.toBody()} />
        </>
      ),
      dismissible: true,
      dismissLabel: 'Dismiss',
      onDismiss: forget,
    },
  ];
}

/** Settings shows each connection's state itself. */
function useSignInNotices(route: Route): Notice[] {
  const startSignIn = useStartSignIn();
  const connections = useConnections() ?? [];
  if (route.screen === 'settings' || route.screen === 'welcome' || route.screen === 'editConnection')
    return [];
  return connections
    .filter(({ state }) => state !== 'signedIn')
    .map((connection) => ({
      id: `sign-in ${connection.connectionId}`,
      type: connection.state === 'signInAgain' ? 'warning' : 'info',
      content: signInText(connection),
      action: (
        <Button
          ariaLabel={`Sign in to ${connection.label}`}
          onClick={() => {
            startSignIn({ connectionId: connection.connectionId });
          }}
        >
          Sign in
        </Button>
      ),
    }));
}

const signInText = ({ state, label }: Connection): string =>
  state === 'signInAgain'
    ? `Amazon asks you to sign in to “${label}” again. Nothing is lost; you see the stored copy meanwhile.`
    : `You are signed out of “${label}”. Sign in to read its accounts and to change anything.`;

/** Changes that were left to go on by themselves, or that did not all go well. */
function useResultsNotices(): Notice[] {
  const { operationIds, open, reopen, forget } = useResults();
  const { operations = [] } = useOperations(operationIds);
  if (open || operationIds.length === 0 || operations.length === 0) return [];
  const summary = summaryOf(operations);
  const type = summary.underWay > 0 ? 'in-progress' : summary.failed > 0 ? 'error' : 'success';
  // What is in doubt has a notice of its own, which stays.
  if (type === 'success' && summary.inDoubt > 0) return [];
  return [
    {
      id: 'results',
      type,
      content: `${subjectOf(operations)}: ${summaryText(summary)}.`,
      action: <Button onClick={reopen}>Show results</Button>,
      dismissible: summary.underWay === 0,
      dismissLabel: 'Dismiss',
      onDismiss: forget,
    },
  ];
}

function useDoubtNotices(route: Route): Notice[] {
  const results = useResults();
  const doubtful = useOperationsInDoubt(accountOf(route));
  if (doubtful.length === 0 || route.screen !== 'invitations') return [];
  return [
    {
      id: 'doubt',
      type: 'warning',
      content: `${counted(doubtful.length, 'change')} in doubt: Amazon’s answer never came, so nobody knows yet whether ${doubtful.length === 1 ? 'it' : 'they'} happened.`,
      action: (
        <Button
          onClick={() => {
            results.show(doubtful.map(({ operationId }) => operationId));
          }}
        >
          Show changes in doubt
        </Button>
      ),
    },
  ];
}

/** Settings tells it in full. */
function useKeychainNotices(route: Route): Notice[] {
  const keychain = useAppInfo()?.keychain;
  const check = useCheckKeychain();
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (keychain === undefined || keychain.state === 'checking' || keychain.state === 'os-keychain') return [];
  if (route.screen === 'settings' || dismissed === keychain.state) return [];
  return [
    {
      id: 'keychain',
      type: 'warning',
      header: keychain.state === 'locked' ? 'Your keychain is locked' : 'Sign-ins last until you quit',
      content: keychain.explanation,
      action: <Button onClick={check}>Try again</Button>,
      dismissible: true,
      dismissLabel: 'Dismiss',
      onDismiss: () => {
        setDismissed(keychain.state);
      },
    },
  ];
}
