import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Wizard, { type WizardProps } from '@cloudscape-design/components/wizard';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import type { ArrivedFile } from '../../../../shared/domain/batch/arrivedFile';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../shared/text/pluralize';
import type { ImportQuestion } from '../../../../shared/domain/batch/batchImport';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { AccountMatch } from '../gridModel/accountMatch';
import { useDropTarget } from '../arriving/arrivalsContext';
import { arrivalText } from '../arriving/arrivalText';
import { ImportAccounts } from './ImportAccounts';
import { ImportColumns } from './columns/ImportColumns';
import { ImportFile } from './ImportFile';
import { ImportReview } from './ImportReview';
import { unansweredText } from './importText';
import { useImport, type Import } from './useImport';
import { importingText } from './importingText';

/** The steps that ask the questions, and the last one. */
const stepOf: Readonly<Record<ImportQuestion['kind'], number>> = { encoding: 0, addressColumn: 1 };
const lastStep = 3;

interface ImportWizardProps {
  readonly batchId: string;
  /** Whether it begins with a text instead of a file. */
  readonly pasting: boolean;
  /** The file it begins with, dropped or opened with the app; null: it asks for one. */
  readonly arrived: ArrivedFile | null;
  readonly match: AccountMatch;
  readonly onClose: () => void;
  /** The rows are in the batch, and in further ones created for those that didn't fit. */
  readonly onAdded: (furtherBatches: readonly Batch[]) => Promise<void>;
}

/** From a file or a text to rows of the batch. Nothing is added before the last step. */
export function ImportWizard(props: ImportWizardProps): ReactElement {
  const { batchId, pasting, arrived, match, onClose, onAdded } = props;
  const [step, setStep] = useState(0);
  const [missing, setMissing] = useState(false);
  const reading = useImport(batchId);
  const { preview, busy, error } = reading;
  /** The first question that prevents going to a step. */
  const stopBefore = (wanted: number): ImportQuestion['kind'] | undefined =>
    preview?.questions.find(({ kind }) => stepOf[kind] < wanted)?.kind;
  const begin = useEffectEvent(() => {
    if (arrived !== null) reading.openArrived(arrived);
    else if (!pasting) reading.openFile();
  });
  useEffect(() => {
    begin();
  }, []);
  useDropTarget(
    pasting
      ? { text: arrivalText.pastedImport, take: null }
      : {
          text: arrivalText.thisImport,
          take: (file) => {
            setStep(0);
            reading.openArrived(file);
          },
        },
  );
  const add = async (): Promise<void> => {
    const open = stopBefore(lastStep + 1);
    if (open !== undefined) {
      setMissing(true);
      setStep(stepOf[open]);
      return;
    }
    const furtherBatches = await reading.add();
    if (furtherBatches === null) return;
    await onAdded(furtherBatches);
    onClose();
  };
  const question = preview?.questions.find(({ kind }) => stepOf[kind] === step)?.kind;
  return (
    <Wizard
      activeStepIndex={step}
      isLoadingNextStep={busy}
      submitButtonText={preview === null ? 'Add' : importingText.addRows(pluralize(preview.added, 'row'))}
      i18nStrings={{
        stepNumberLabel: importingText.stepLabel,
        collapsedStepsLabel: importingText.collapsedStepLabel,
        navigationAriaLabel: importingText.stepsLabel,
        cancelButton: 'Cancel',
        previousButton: 'Back',
        nextButton: 'Next',
      }}
      onCancel={onClose}
      onNavigate={({ detail }) => {
        const wanted = detail.requestedStepIndex;
        const stuck = preview === null || error !== null;
        const open = stopBefore(wanted);
        setMissing((stuck && wanted > step) || (open !== undefined && stepOf[open] === step));
        if (open !== undefined && wanted > step) setStep(stepOf[open]);
        else if (!stuck || wanted < step) setStep(wanted);
      }}
      onSubmit={() => void add()}
      steps={stepsOf({ reading, pasting, match, missing, question })}
    />
  );
}

interface StepsDeps extends Pick<ImportWizardProps, 'pasting' | 'match'> {
  readonly reading: Import;
  /** Whether the person tried to continue without an answer. */
  readonly missing: boolean;
  /** The open question of this step. */
  readonly question: ImportQuestion['kind'] | undefined;
}

function stepsOf({ reading, pasting, match, missing, question }: StepsDeps): WizardProps['steps'] {
  const { preview, error } = reading;
  const failure =
    error === null ? null : <ErrorNotice header={importingText.readFailed} error={error.toBody()} />;
  const unanswered =
    missing && question !== undefined ? <Alert type="error">{unansweredText[question]}</Alert> : null;
  const withPreview = (content: (opened: NonNullable<typeof preview>) => ReactElement): ReactElement => (
    <SpaceBetween size="m">
      {failure}
      {unanswered}
      {preview === null ? null : content(preview)}
    </SpaceBetween>
  );
  return [
    {
      title: pasting ? 'Text' : importingText.fileStep,
      content: (
        <SpaceBetween size="m">
          {failure}
          {unanswered}
          {missing && preview === null && error === null ? (
            <Alert type="error">{pasting ? importingText.textMissing : importingText.fileMissing}</Alert>
          ) : null}
          <ImportFile reading={reading} pasting={pasting} />
        </SpaceBetween>
      ),
    },
    {
      title: importingText.columnsStep,
      content: withPreview((opened) => <ImportColumns preview={opened} reading={reading} />),
    },
    {
      title: importingText.accountsStep,
      content: withPreview((opened) => <ImportAccounts preview={opened} reading={reading} match={match} />),
    },
    {
      title: importingText.reviewStep,
      content: withPreview((opened) => <ImportReview preview={opened} />),
    },
  ];
}
