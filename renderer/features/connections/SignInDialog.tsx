import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import { useConnections } from '../../queries/connections';
import { useForgetSignIn, useSignInAttempts, type SignInAttempt } from '../../queries/signIn';
import { SignInEnded } from './SignInEnded';
import { SignInQuestion } from './SignInQuestion';
import { SignInWaiting } from './SignInWaiting';

/** The current sign-in, whose it turned out to be, or why it failed, over whatever screen it was started from. */
export function SignInDialog(): ReactElement | null {
  const connections = useConnections() ?? [];
  const attempts = useSignInAttempts();
  const forget = useForgetSignIn();
  const attemptOf = ({ connectionId }: Connection): SignInAttempt | undefined =>
    attempts.find((attempt) => attempt.connectionId === connectionId);

  // A reloaded page has lost its own attempt, but main is still waiting and says so.
  const waiting = connections.find(
    (connection) => connection.pendingSignIn !== null || attemptOf(connection)?.waiting === true,
  );
  if (waiting !== undefined) return <SignInWaiting connection={waiting} />;

  for (const connection of connections) {
    const { identity, identityConfirmed, state } = connection;
    if (state !== 'signedIn' || identity === null || identityConfirmed) continue;
    return <SignInQuestion connection={connection} identity={identity} />;
  }

  for (const connection of connections) {
    const error = attemptOf(connection)?.error ?? null;
    // A person who canceled knows it.
    if (error === null || error.code === 'SIGN_IN_CANCELLED') continue;
    return (
      <SignInEnded
        connection={connection}
        error={error}
        onClose={() => {
          forget(connection.connectionId);
        }}
      />
    );
  }
  return null;
}
