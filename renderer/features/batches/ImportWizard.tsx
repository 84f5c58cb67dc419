import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Wizard from '@cloudscape-design/components/wizard';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { counted } from '../../../shared/counted';
import { ErrorNotice } from '../../components/ErrorNotice';
import type { AccountMatch } from './accountMatch';
import { ImportAccounts } from './ImportAccounts';
import { ImportColumns } from './ImportColumns';
import { ImportFile } from './ImportFile';
import { ImportReview } from './ImportReview';
import { useImport } from './useImport';

interface ImportWizardProps {
  readonly batchId: string;
  /** Whether it begins with a text instead of a file. */
  readonly pasting: boolean;
  readonly match: AccountMatch;
  readonly onClose: () => void;
  /** The rows are in the batch. */
  readonly onAdded: () => Promise<void>;
}

/** From a file or a text to rows of the batch. Nothing is added before the last step. */
export function ImportWizard(props: ImportWizardProps): ReactElement {
  const { batchId, pasting, match, onClose, onAdded } = props;
  const [step, setStep] = useState(0);
  const [missing, setMissing] = useState(false);
  const reading = useImport(batchId);
  const { preview, busy, error } = reading;
  const begin = useEffectEvent(() => {
    if (!pasting) reading.openFile();
  });
  useEffect(() => {
    begin();
  }, []);
  const add = async (): Promise<void> => {
    if ((await reading.add()) === null) return;
    await onAdded();
    onClose();
  };
  const failure =
    error === null ? null : <ErrorNotice header="This could not be read" error={error.toBody()} />;
  const withPreview = (content: (opened: NonNullable<typeof preview>) => ReactElement): ReactElement => (
    <SpaceBetween size="m">
      {failure}
      {preview === null ? null : content(preview)}
    </SpaceBetween>
  );
  return (
    <Wizard
      activeStepIndex={step}
      isLoadingNextStep={busy}
      submitButtonText={preview === null ? 'Add' : `Add ${counted(preview.added, 'row')}`}
      i18nStrings={{
        stepNumberLabel: (number) => `Step ${number}`,
        collapsedStepsLabel: (number, count) => `Step ${number} of ${count}`,
        navigationAriaLabel: 'Steps of the import',
        cancelButton: 'Cancel',
        previousButton: 'Back',
        nextButton: 'Next',
      }}
      onCancel={onClose}
      onNavigate={({ detail }) => {
        const stuck = preview === null || error !== null;
        setMissing(stuck && detail.requestedStepIndex > step);
        if (!stuck || detail.requestedStepIndex < step) setStep(detail.requestedStepIndex);
      }}
      onSubmit={() => void add()}
      steps={[
        {
          title: pasting ? 'Text' : 'File and format',
          content: (
            <SpaceBetween size="m">
              {failure}
              {missing && preview === null && error === null ? (
                <Alert type="error">
                  {pasting ? 'Paste a text and press Read it first.' : 'Choose a file first.'}
                </Alert>
              ) : null}
              <ImportFile reading={reading} pasting={pasting} />
            </SpaceBetween>
          ),
        },
        {
          title: 'Columns',
          content: withPreview((opened) => <ImportColumns preview={opened} reading={reading} />),
        },
        {
          title: 'Accounts',
          content: withPreview((opened) => (
            <ImportAccounts preview={opened} reading={reading} match={match} />
          )),
        },
        { title: 'Review', content: withPreview((opened) => <ImportReview preview={opened} />) },
      ]}
    />
  );
}
