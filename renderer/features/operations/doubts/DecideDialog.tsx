import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState, type ReactElement } from 'react';
import { personNameOf, type Decision, type Operation } from '../../../../shared/domain/outbox/operation';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { counted } from '../../../components/text/formatTime';
import { useNow } from '../../../components/useNow';
import { useResolve } from '../../../queries/outbox';
import { useResults } from '../../results/resultsContext';
import { changeName } from '../../results/operationColumns';
import { CandidatePicker, unknownCandidate } from './CandidatePicker';
import { findingText, isLookedAt, sendAgainRisk } from './doubtText';
import { doubtsText } from './doubtsText';
import { TextWith } from '../../../components/text/TextWith';

type DecisionKind = Exclude<Decision['as'], 'checkAgain'>;

interface DecideDialogProps {
  /** At least one. */
  readonly operations: readonly Operation[];
  readonly onClose: () => void;
}

/** Lets a person say what happened to operations in doubt, the same for all of them. */
export function DecideDialog({ operations, onClose }: DecideDialogProps): ReactElement {
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [candidate, setCandidate] = useState<string | null>(null);
  const [submitted, setSubmitted] = useState(false);
  const resolve = useResolve();
  const results = useResults();
  const now = useNow();
  const [first] = operations;
  const alone = operations.length === 1 ? first : undefined;
  const candidates = alone?.kind === 'create' ? (alone.finding?.candidates ?? []) : [];
  const candidateMissing = kind === 'done' && candidates.length > 0 && candidate === null;

  const risk = sendAgainRisk(operations);

  const confirm = (): void => {
    setSubmitted(true);
    if (kind === null || candidateMissing) return;
    const known =
      candidate === null || candidate === unknownCandidate || kind !== 'done'
        ? {}
        : { invitationId: candidate };
    const decision: Decision = kind === 'done' ? { as: 'done', ...known } : { as: kind };
    resolve.mutate(
      { operationIds: operations.map(({ operationId }) => operationId), decision },
      {
        onSuccess: (newIds) => {
          onClose();
          if (newIds.length > 0) results.show({ operationIds: newIds });
        },
      },
    );
  };

  return (
    <ConfirmDialog
      header={
        alone === undefined
          ? doubtsText.resolveSeveral(counted(operations.length, 'change'))
          : doubtsText.resolveFor(personNameOf(alone))
      }
      failure={{ header: doubtsText.decideFailed, error: resolve.error }}
      confirm={{
        text: kind === null ? 'Resolve' : confirmNames[kind],
        pending: resolve.isPending,
        onClick: confirm,
      }}
      onCancel={onClose}
    >
      {alone === undefined ? (
        <Box variant="p">{doubtsText.decisionForAll}</Box>
      ) : (
        <Box variant="p">
          <TextWith
            text={doubtsText.decisionForOne}
            places={{
              change: <strong>{doubtsText.changeOf(changeName(alone), alone)}</strong>,
              account: alone.accountName,
              finding: findingText(alone, now),
            }}
          />
        </Box>
      )}
      <FormField
        label={doubtsText.outcomeQuestion}
        errorText={submitted && kind === null ? doubtsText.outcomeMissing : undefined}
      >
        <RadioGroup
          ariaRequired
          value={kind}
          onChange={({ detail }) => {
            setKind(decisionKinds.find((each) => each === detail.value) ?? null);
          }}
          items={itemsFor(operations)}
        />
      </FormField>
      {kind === 'done' && candidates.length > 0 ? (
        <CandidatePicker
          candidates={candidates}
          selected={candidate}
          onChange={setCandidate}
          error={submitted && candidateMissing ? doubtsText.candidateMissing : undefined}
        />
      ) : null}
      {kind === 'sendAgain' ? <Alert type={risk.type}>{risk.text}</Alert> : null}
    </ConfirmDialog>
  );
}

const decisionKinds: readonly DecisionKind[] = ['done', 'notDone', 'sendAgain'];

const confirmNames: Record<DecisionKind, string> = {
  done: doubtsText.done,
  notDone: doubtsText.notDone,
  sendAgain: doubtsText.sendAgain,
};

/** Until Amazon's list is read it may still happen, so nobody can know that it didn't. */
function itemsFor(
  operations: readonly Operation[],
): { value: DecisionKind; label: string; description: string; disabled?: boolean }[] {
  const early = !operations.every(isLookedAt);
  const wait = doubtsText.tooEarlyHint;
  return [
    {
      value: 'done',
      label: doubtsText.done,
      description: doubtsText.doneHint,
    },
    {
      value: 'notDone',
      label: doubtsText.notDone,
      description: early ? wait : doubtsText.notDoneHint,
      disabled: early,
    },
    {
      value: 'sendAgain',
      label: doubtsText.sendAgain,
      description: early ? wait : doubtsText.sendAgainHint,
      disabled: early,
    },
  ];
}
