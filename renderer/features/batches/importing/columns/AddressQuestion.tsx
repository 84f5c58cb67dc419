import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState, type ReactElement } from 'react';
import type { ImportPreview } from '../../../../../shared/domain/batch/batchImport';
import { addressQuestionText } from '../importText';
import { inShownOrder } from './shownColumns';
import type { Import } from '../useImport';

interface AddressQuestionProps {
  readonly preview: ImportPreview;
  readonly reading: Import;
}

const all = 'all';
const none = 'none';

/** Asks which column has the people to invite, if nothing in the file says so. It stays while it is being answered. */
export function AddressQuestion({ preview, reading }: AddressQuestionProps): ReactElement | null {
  const open = preview.questions.find(({ kind }) => kind === 'addressColumn');
  const openColumns = open?.kind === 'addressColumn' ? open.columns : null;
  const [offered, setOffered] = useState(openColumns);
  if (openColumns !== null && openColumns.join() !== offered?.join()) setOffered(openColumns);
  if (offered === null) return null;
  const { sample } = preview;
  // The person's answer, even before main has responded.
  const mapping = reading.answers.mapping ?? preview.mapping;
  const samples = (column: number): string =>
    sample
      .map((row) => row[column] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, 2)
      .join(', ');
  const isAll = offered.length > 1 && mapping.moreAddresses.length === offered.length - 1;
  const answer = (value: string): void => {
    const [first = null, ...others] = value === all ? offered : value === none ? [] : [Number(value)];
    reading.setAnswers({
      mapping: { ...mapping, emailAddress: first, moreAddresses: others },
      withoutAddresses: value === none ? true : undefined,
    });
  };
  const { title, allLabel, noneLabel } = addressQuestionText(offered.length);
  const selected =
    mapping.emailAddress === null
      ? reading.answers.withoutAddresses === true
        ? none
        : null
      : isAll
        ? all
        : String(mapping.emailAddress);
  return (
    <Alert type={openColumns === null ? 'info' : 'warning'}>
      <FormField label={title} stretch>
        <RadioGroup
          value={selected}
          items={[
            ...inShownOrder(preview, offered).map(({ index, label }) => ({
              value: String(index),
              label,
              description: samples(index),
            })),
            ...(offered.length > 1 ? [{ value: all, label: allLabel }] : []),
            { value: none, label: noneLabel },
          ]}
          onChange={({ detail }) => answer(detail.value)}
        />
      </FormField>
    </Alert>
  );
}
