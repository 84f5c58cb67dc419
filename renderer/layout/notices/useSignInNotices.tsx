import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useState } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { Route } from '../../../shared/navigation/routes';
import { linkTo } from '../../navigation/useRoute';
import { useIsDraft } from '../../queries/connectionDrafts';
import { useConnections } from '../../queries/connections';
import { useStartSignIn } from '../../queries/signIn';
import { noticesText } from './noticesText';

type Notice = FlashbarProps.MessageDefinition;

/**
 * One notice about all connections that ask for a sign-in, until a person dismisses it. Settings shows each one's state itself,
 * and a draft is nobody's concern but its maker's.
 */
export function useSignInNotices(route: Route): Notice[] {
  const startSignIn = useStartSignIn();
  const isDraft = useIsDraft();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const waiting = (useConnections() ?? []).filter(
    (connection) =>
      connection.state !== 'signedIn' && !isDraft(connection) && !dismissed.includes(stateKey(connection)),
  );
  const [only] = waiting;
  if (only === undefined || ['settings', 'welcome', 'editConnection'].includes(route.screen)) return [];
  const action =
    waiting.length > 1 ? (
      <Button {...linkTo({ screen: 'settings' })}>{noticesText.showConnections}</Button>
    ) : (
      <Button
        ariaLabel={noticesText.signInTo(only.label)}
        onClick={() => {
          startSignIn({ connectionId: only.connectionId });
        }}
      >
        {noticesText.signIn}
      </Button>
    );
  return [
    {
      id: 'sign-in',
      type: waiting.some(({ state }) => state === 'signInAgain') ? 'warning' : 'info',
      content: signInText(waiting),
      action,
      dismissible: true,
      dismissLabel: noticesText.dismiss,
      onDismiss: () => setDismissed((before) => [...before, ...waiting.map(stateKey)]),
    },
  ];
}

/** Once it changes, what was dismissed is news again. */
const stateKey = ({ connectionId, state }: Connection): string => JSON.stringify([connectionId, state]);

function signInText(waiting: readonly Connection[]): string {
  const [only] = waiting;
  if (waiting.length > 1 || only === undefined)
    return noticesText.signInToSeveral(waiting.map(({ label }) => label));
  return only.state === 'signInAgain'
    ? noticesText.signInAgain(only.label)
    : noticesText.signedOut(only.label);
}
