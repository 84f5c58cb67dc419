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
import { redeemText } from './redeemText';

interface RedeemStepProps {
  readonly link: WaitingLink;
  readonly step: NextStep;
  readonly title: string;
  readonly redeeming: boolean;
  readonly onRedeem: (connectionId: string) => void;
  /** The person asks what the invitation is. */
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
          <span>{redeemText.signInHint}</span>
          <Button
            variant="primary"
            ariaLabel={redeemText.signInTo(step.connection.label)}
            onClick={() => {
              onLook();
              startSignIn({ connectionId: step.connection.connectionId });
            }}
          >
            {redeemText.signIn}
          </Button>
        </div>
      );
    case 'look':
      return (
        <div className="filters">
          <span>{redeemText.showDetailsHint}</span>
          <Button variant="primary" ariaLabel={redeemText.showDetailsOf(link.invitationId)} onClick={onLook}>
            {redeemText.showDetails}
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
            ariaLabel={`${doubtful ? redeemText.redeemAnyway : 'Redeem'}: ${title}`}
            loading={redeeming || link.redeeming}
            loadingText={redeemText.redeeming(title)}
            {...(step.kind === 'terms' ? { disabled: true, disabledReason: redeemText.termsFirst } : {})}
            onClick={() => onRedeem(connectionId)}
          >
            {doubtful ? redeemText.redeemAnyway : 'Redeem'}
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
          {outcome === 'already' ? redeemText.alreadyRedeemed : redeemText.redeemed}
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
          {redeemText.accountHint}
        </Box>
      ) : null}
    </LiveRegion>
  );
}
