import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { WaitingLink } from '../../../../shared/domain/redeem/redeem';
import type { ErrorBody } from '../../../../shared/errors';
import { ErrorDetails } from '../../../components/ErrorNotice';
import { useAccount } from '../../../queries/accounts';
import { useRedeem } from '../../../queries/redeem';
import { accountRefOf, isOpen, type NextStep } from '../nextStep';
import { Redeemed } from './Redeemed';
import { identityText, titleOf } from '../redeemWords';
import { useRowPreview } from './useRowPreview';
import { redeemText } from '../redeemText';

interface RowStateProps {
  readonly link: WaitingLink;
  readonly step: NextStep;
  /** Whether the row says who redeems it. */
  readonly namesRedeemer: boolean;
  /** The person asks what the invitation is. */
  readonly onLook: () => void;
}

/** Where an invitation stands, why, and what only this one needs. */
export function RowState({ link, step, namesRedeemer, onLook }: RowStateProps): ReactElement {
  const { error } = useRowPreview(link, step);
  const redeem = useRedeem();
  const title = useAccount(accountRefOf(link))?.name ?? titleOf(link);
  const { invitationId, connectionId, preview, identity } = link;
  // A failure through one connection says nothing about another.
  const failedHere = redeem.variables?.connectionId === connectionId ? redeem.error : null;
  const redeemError = link.redeemError ?? failedHere?.toBody() ?? null;
  const previewError = link.previewError ?? (preview === null ? (error?.toBody() ?? null) : null);
  if (step.kind === 'done') return <Redeemed link={link} />;
  if (redeem.isPending || link.redeeming) {
    return <StatusIndicator type="loading">{redeemText.redeeming(title)}</StatusIndicator>;
  }
  return (
    <>
      {redeemError !== null ? (
        <Failure title={redeemText.redeemFailed} error={redeemError} />
      ) : previewError !== null && isChecked(step) ? (
        <Failure title={redeemText.previewFailed} error={previewError} />
      ) : (
        <Waiting link={link} step={step} />
      )}
      {namesRedeemer && identity !== null ? (
        <Box variant="small" display="block">
          <span className="breaks-anywhere">{redeemText.asRedeemer(identityText(identity))}</span>
        </Box>
      ) : null}
      {step.kind === 'look' ? (
        <Button variant="inline-link" ariaLabel={redeemText.showDetailsOf(invitationId)} onClick={onLook}>
          {redeemText.showDetails}
        </Button>
      ) : null}
      {step.kind === 'redeem' && step.doubtful && connectionId !== null ? (
        <Button
          variant="inline-link"
          ariaLabel={`${redeemText.redeemAnyway}: ${title}`}
          onClick={() => {
            redeem.mutate({ connectionId, invitationId });
          }}
        >
          {redeemText.redeemAnyway}
        </Button>
      ) : null}
    </>
  );
}

const isChecked = ({ kind }: NextStep): boolean => kind === 'asking' || kind === 'redeem' || kind === 'terms';

/** What an invitation waits for. */
function Waiting({
  link,
  step,
}: {
  readonly link: WaitingLink;
  readonly step: Exclude<NextStep, { readonly kind: 'done' }>;
}): ReactElement {
  switch (step.kind) {
    case 'asking':
      return (
        <LiveRegion>
          <StatusIndicator type="loading">{redeemText.asking}</StatusIndicator>
        </LiveRegion>
      );
    case 'redeem':
      return step.doubtful ? (
        <StatusIndicator type="warning">
          <span className="breaks-anywhere">{doubtOf(link)}</span>
        </StatusIndicator>
      ) : (
        <StatusIndicator type="success">{redeemText.ready}</StatusIndicator>
      );
    case 'look':
      return (
        <>
          <StatusIndicator type="pending">{redeemText.notChecked}</StatusIndicator>
          <Box variant="small" display="block">
            {redeemText.showDetailsHint}
          </Box>
        </>
      );
    default:
      return <StatusIndicator type="pending">{redeemText.waitsFor[step.kind]}</StatusIndicator>;
  }
}

/** Why Amazon will probably refuse an invitation that it shows. */
function doubtOf({ preview }: WaitingLink): string {
  if (preview?.otherAddress === true) return redeemText.forSomeoneElse;
  return isOpen(preview?.state ?? null) ? redeemText.expired : redeemText.amazonsState(preview?.state ?? '');
}

function Failure({ title, error }: { readonly title: string; readonly error: ErrorBody }): ReactElement {
  return (
    <LiveRegion tagName="div">
      <StatusIndicator type="error">{title}</StatusIndicator>
      <Box variant="small" display="block">
        {error.message}
      </Box>
      <ErrorDetails error={error} />
    </LiveRegion>
  );
}
