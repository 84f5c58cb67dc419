import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { refOf, useAccount } from '../../queries/accounts';
import { useStartSignIn } from '../../queries/signIn';
import { linkTo } from '../../navigation/useRoute';
import { accountRefOf, type NextStep } from './cardState';
import { identityText } from './redeemWords';

interface RedeemStepProps {
  readonly link: WaitingLink;
  readonly step: NextStep;
  readonly title: string;
  readonly redeeming: boolean;
  readonly onRedeem: (connectionId: string) => void;
  /** The person wants to know what the invitation is. */
  readonly onLook: () => void;
}

/** The one thing to do next, or how it ended. */
export function RedeemStep({
  link,
  step,
  title,
  redeeming,
  onRedeem,
  onLook,
}: RedeemStepProps): ReactElement | null {
  const startSignIn = useStartSignIn();
  switch (step.kind) {
    case 'done':
      return <Done link={link} title={title} />;
    case 'connect':
    case 'choose':
      return null;
    case 'signIn':
      return (
        <div className="filters">
          <span>Sign in to see what this invitation is.</span>
          <Button
            variant="primary"
            ariaLabel={`Sign in to ${step.connection.label}`}
            onClick={() => {
              onLook();
              startSignIn({ connectionId: step.connection.connectionId });
            }}
          >
            Sign in
          </Button>
        </div>
      );
    case 'look':
      return (
        <div className="filters">
          <span>This link was opened outside the app. Amazon hasn’t been asked about it yet.</span>
          <Button
            variant="primary"
            ariaLabel={`Show details of invitation ${link.invitationId}`}
            onClick={onLook}
          >
            Show details
          </Button>
        </div>
      );
    case 'asking':
      return null;
    case 'terms':
    case 'redeem': {
      const { connectionId } = link;
      if (connectionId === null) return null;
      const doubtful = step.kind === 'redeem' && step.doubtful;
      return (
        <div className="filters">
          <Button
            variant={doubtful ? 'normal' : 'primary'}
            ariaLabel={`${doubtful ? 'Redeem anyway' : 'Redeem'}: ${title}`}
            loading={redeeming || link.redeeming}
            loadingText={`Redeeming ${title}`}
            {...(step.kind === 'terms' ? { disabled: true, disabledReason: 'Accept the terms first.' } : {})}
            onClick={() => onRedeem(connectionId)}
          >
            {doubtful ? 'Redeem anyway' : 'Redeem'}
          </Button>
        </div>
      );
    }
  }
}

function Done({ link, title }: { readonly link: WaitingLink; readonly title: string }): ReactElement {
  const account = useAccount(accountRefOf(link));
  const { preview, identity, outcome } = link;
  return (
    <LiveRegion>
      <StatusIndicator type="success">
        <span className="breaks-anywhere">
          {outcome === 'already' ? 'You’ve already redeemed this invitation to ' : 'You now have access to '}
          {account === undefined ? (
            <strong>{preview === null ? 'its account' : title}</strong>
          ) : (
            <Link {...linkTo({ screen: 'invitations', account: refOf(account) })}>{account.name}</Link>
          )}
          {identity === null ? '' : ` as ${identityText(identity)}`}.
        </span>
      </StatusIndicator>
      {account === undefined ? (
        <Box variant="small" display="block">
          It is in Accounts as soon as they have been read again.
        </Box>
      ) : null}
    </LiveRegion>
  );
}
