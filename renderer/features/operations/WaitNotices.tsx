import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { Wait } from '../../../shared/domain/run';
import { countdown } from '../../components/formatTime';
import { useNowBySecond } from '../../components/useNow';
import { useConnection } from '../../queries/connections';
import { useStartSignIn } from '../../queries/signIn';

/** Why something that should go out does not, one notice a connection. */
export function WaitNotices({ waits }: { readonly waits: readonly Wait[] }): ReactElement {
  return (
    <>
      {waits.map((wait) => (
        <WaitNotice key={wait.connectionId} wait={wait} />
      ))}
    </>
  );
}

const looks: Record<
  Wait['reason'],
  { readonly type: AlertProps.Type; readonly header: (label: string) => string }
> = {
  throttled: { type: 'info', header: (label) => `${label}: Amazon asked to slow down` },
  unreachable: { type: 'warning', header: (label) => `${label}: no way to Amazon right now` },
  signIn: { type: 'warning', header: (label) => `${label}: sign in to go on` },
};

function WaitNotice({ wait }: { readonly wait: Wait }): ReactElement {
  const { connectionId, reason, message, until } = wait;
  const label = useConnection(connectionId)?.label ?? 'A connection';
  const startSignIn = useStartSignIn();
  const { type, header } = looks[reason];
  return (
    <Alert
      type={type}
      header={header(label)}
      action={
        reason === 'signIn' ? (
          <Button ariaLabel={`Sign in to ${label}`} onClick={() => startSignIn({ connectionId })}>
            Sign in
          </Button>
        ) : null
      }
    >
      {reason === 'throttled' ? '' : `${message} `}
      {until === null ? 'Nothing is lost; sending goes on by itself then.' : <GoesOn at={until} />}
    </Alert>
  );
}

function GoesOn({ at }: { readonly at: number }): ReactElement {
  const now = useNowBySecond();
  return (
    <>
      Nothing is lost: sending goes on by itself{' '}
      {at > now ? <span className="unbroken">in {countdown(at, now)}.</span> : 'any moment now.'}
    </>
  );
}
