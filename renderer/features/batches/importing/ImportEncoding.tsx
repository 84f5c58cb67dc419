import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState, type ReactElement } from 'react';
import { encodings, type ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { encodingText } from './importText';
import { encodingNames } from './textFormatNames';
import type { Import } from './useImport';

interface ImportEncodingProps {
  readonly preview: ImportPreview;
  readonly reading: Import;
}

type EncodingQuestion = Pick<ImportPreview, 'importId' | 'encoding' | 'encodingDoubt'>;

/**
 * Shows how a name in the file reads in the guessed encoding: each likely reading is an answer. If two are about equally likely,
 * it asks. It stays after the answer, so that it can be changed.
 */
export function ImportEncoding({ preview, reading }: ImportEncodingProps): ReactElement | null {
  const [question, setQuestion] = useState<EncodingQuestion | null>(null);
  const { importId, encodingDoubt } = preview;
  if (encodingDoubt !== null && question?.importId !== importId) setQuestion(preview);
  if (question?.importId !== importId || question.encoding === null || question.encodingDoubt === null)
    return null;
  const { encoding, encodingDoubt: doubt } = question;
  const { header, label, description } = encodingText(doubt, encodingNames[encoding]);
  // With a single reading there is nothing to select, and nothing to say once another encoding was selected.
  if (doubt.others.length === 0) return encodingDoubt === null ? null : <Alert type="info">{label}</Alert>;
  const items = [{ encoding, text: doubt.text }, ...doubt.others].map((each) => ({
    value: each.encoding,
    label: each.text,
    description: encodingNames[each.encoding],
  }));
  const isOpen = encodingDoubt?.mustAnswer === true;
  return (
    <Alert type={isOpen ? 'warning' : encodingDoubt === null ? 'success' : 'info'} header={header}>
      <FormField label={label} description={description}>
        <RadioGroup
          value={reading.answers.encoding ?? (doubt.mustAnswer ? null : encoding)}
          items={items}
          onChange={({ detail }) =>
            reading.setAnswers({
              encoding: encodings.find((each) => each === detail.value),
              mapping: undefined,
            })
          }
        />
      </FormField>
    </Alert>
  );
}
