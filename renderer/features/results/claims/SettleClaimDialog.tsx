import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactElement } from 'react';
import { personNameOf, type Operation } from '../../../../shared/domain/outbox/operation';
import type {
  BarringClaim,
  ClaimDecision,
  ClaimSettlement,
} from '../../../../shared/domain/team/barringClaim';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useBarringClaim, useSettleClaim } from '../../../queries/team';
import { claimsText } from './claimsText';

interface SettleClaimDialogProps {
  /** Failed, since a colleague's claim kept it from being sent. */
  readonly operation: Operation;
  readonly onClose: () => void;
}

/** Settles what a colleague's app that is gone left open: by Amazon's list, or by a person where that doesn't show enough. */
export function SettleClaimDialog({ operation, onClose }: SettleClaimDialogProps): ReactElement {
  const { operationId } = operation;
  const barring = useBarringClaim(operationId);
  const settle = useSettleClaim();
  const [decision, setDecision] = useState<ClaimDecision>('byList');
  const claim = barring.claim ?? null;
  const result = settle.data;
  const isUndecided = result?.outcome === 'open' && needsDecision.has(result.why);
  const canSettle =
    claim !== null &&
    !claim.isRunning &&
    claim.notBefore === null &&
    (result === undefined || isOpen(result));
  return (
    <ConfirmDialog
      header={claimsText.title(claim)}
      failure={{ header: claimsText.failed, error: settle.error }}
      confirm={
        canSettle
          ? {
              text: isUndecided ? claimsText.decide : claimsText.read,
              pending: settle.isPending,
              missing: isUndecided && decision === 'byList' ? claimsText.question : undefined,
              onClick: () => settle.mutate({ operationId, decision }),
            }
          : null
      }
      cancelText={claimsText.close}
      onCancel={onClose}
    >
      {barring.error !== null ? (
        <ErrorNotice header={claimsText.unknown} error={barring.error} />
      ) : barring.claim === undefined ? (
        <StatusIndicator type="loading">{claimsText.asking}</StatusIndicator>
      ) : (
        <ClaimFacts claim={claim} person={personNameOf(operation)} result={result} />
      )}
      {isUndecided ? <Decision decision={decision} onChange={setDecision} /> : null}
    </ConfirmDialog>
  );
}

const needsDecision: ReadonlySet<string> = new Set(['joined', 'several', 'unclear']);

const isOpen = ({ outcome }: ClaimSettlement): boolean => outcome === 'open';

interface ClaimFactsProps {
  readonly claim: BarringClaim | null;
  readonly person: string;
  /** How it was settled; undefined before. */
  readonly result: ClaimSettlement | undefined;
}

function ClaimFacts({ claim, person, result }: ClaimFactsProps): ReactElement {
  if (claim === null) return <Box variant="p">{claimsText.nothing}</Box>;
  if (result !== undefined) {
    return <Alert type={isOpen(result) ? 'warning' : 'success'}>{claimsText.settled(result, claim)}</Alert>;
  }
  return (
    <>
      <Box variant="p">{claimsText.about(claim, person)}</Box>
      {claim.notBefore !== null ? (
        <Alert type="info">
          {claim.isRunning ? claimsText.running(claim) : claimsText.tooEarly}{' '}
          {claimsText.until(claim.notBefore)}
        </Alert>
      ) : (
        <Box variant="p">{claimsText.what(claim)}</Box>
      )}
    </>
  );
}

interface DecisionProps {
  readonly decision: ClaimDecision;
  readonly onChange: (decision: ClaimDecision) => void;
}

const Decision = ({ decision, onChange }: DecisionProps): ReactElement => (
  <FormField label={claimsText.question}>
    <RadioGroup
      ariaRequired
      value={decision === 'byList' ? null : decision}
      items={[
        { value: 'done', label: claimsText.wasDone, description: claimsText.wasDoneHint },
        { value: 'notDone', label: claimsText.wasNotDone, description: claimsText.wasNotDoneHint },
      ]}
      onChange={({ detail }) => onChange(detail.value === 'done' ? 'done' : 'notDone')}
    />
  </FormField>
);
