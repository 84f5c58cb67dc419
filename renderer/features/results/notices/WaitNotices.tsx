import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { Slowed, Wait } from '../../../../shared/domain/outbox/run';
import { countdown } from '../../../components/text/formatTime';
import { useNowBySecond } from '../../../components/useNow';
import { useConnection } from '../../../queries/connections';
import { useStartSignIn } from '../../../queries/signIn';
import { paceText, waitHeader } from './waitText';
import { resultsText } from '../resultsText';
import { TextWith } from '../../../components/text/TextWith';

/**
 * Why something isn't sent, or is sent slowly: one notice per connection and reason. That Amazon can't be reached isn't repeated
 * here: one notice says it for all connections and screens.
 */
export function WaitNotices({
  waits,
  slowed,
}: {
  readonly waits: readonly Wait[];
  readonly slowed: readonly Slowed[];
}): ReactElement {
  const slownessOf = (id: string): Slowed | undefined =>
    slowed.find(({ connectionId }) => connectionId === id);
  return (
    <>
      {waits.filter(isOfItsOwn).map((wait) => (
        <WaitNotice
          key={JSON.stringify([wait.connectionId, wait.message])}
          wait={wait}
          slowed={slownessOf(wait.connectionId)}
        />
      ))}
      {slowed
        .filter((each) => !waits.some(({ connectionId }) => connectionId === each.connectionId))
        .map((each) => (
          <SlowedNotice key={each.connectionId} slowed={each} />
        ))}
    </>
  );
}

const isOfItsOwn = ({ reason, accounts }: Wait): boolean =>
  reason !== 'unreachable' || accounts !== undefined;

const types: Record<Wait['reason'], AlertProps.Type> = {
  throttled: 'info',
  unreachable: 'warning',
  signIn: 'warning',
  team: 'info',
};

/** Everything is sent, though slowly. */
function SlowedNotice({ slowed }: { readonly slowed: Slowed }): ReactElement {
  const label = useConnection(slowed.connectionId)?.label ?? resultsText.unknownConnection;
  return (
    <Alert type="info" header={waitHeader({ reason: 'throttled' }, label, slowed)}>
      {paceText(slowed)}
    </Alert>
  );
}

function WaitNotice({
  wait,
  slowed,
}: {
  readonly wait: Wait;
  readonly slowed: Slowed | undefined;
}): ReactElement {
  const { connectionId, reason, message, until } = wait;
  const label = useConnection(connectionId)?.label ?? resultsText.unknownConnection;
  const startSignIn = useStartSignIn();
  return (
    <Alert
      type={types[reason]}
      header={waitHeader(wait, label, slowed)}
      action={
        reason === 'signIn' ? (
          <Button ariaLabel={resultsText.signInTo(label)} onClick={() => startSignIn({ connectionId })}>
            {resultsText.signIn}
          </Button>
        ) : null
      }
    >
      {reason === 'throttled' ? '' : `${message} `}
      {until === null ? resultsText.waitsForSignIn : <GoesOn at={until} />}
    </Alert>
  );
}

function GoesOn({ at }: { readonly at: number }): ReactElement {
  const now = useNowBySecond();
  return (
    <>
      {at > now ? (
        <TextWith
          text={resultsText.continuesIn}
          places={{ time: <span className="unbroken">{countdown(at, now)}</span> }}
        />
      ) : (
        resultsText.continuesSoon
      )}
    </>
  );
}
