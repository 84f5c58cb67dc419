import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState, type ReactElement } from 'react';
import { encodings, type ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { encodingNames } from './textFormatNames';
import type { Import } from './useImport';

interface ImportEncodingProps {
  readonly preview: ImportPreview;
  readonly reading: Import;
}

type Asked = Pick<ImportPreview, 'importId' | 'encoding' | 'encodingDoubt'>;

/**
 * Asks whether names of a file read right whose encoding was guessed: each likely reading of one of its cells is an
 * answer. Stays after the answer, so that it can be changed.
 */
export function ImportEncoding({ preview, reading }: ImportEncodingProps): ReactElement | null {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { importId, encodingDoubt } = preview;
  if (encodingDoubt !== null && asked?.importId !== importId) setAsked(preview);
  if (asked?.importId !== importId || asked.encoding === null || asked.encodingDoubt === null) return null;
  const { rowNumber, text, others } = asked.encodingDoubt;
  const items = [{ encoding: asked.encoding, text }, ...others].map((each) => ({
    value: each.encoding,
    label: each.text,
    description: encodingNames[each.encoding],
  }));
  return (
    <Alert type={encodingDoubt === null ? 'success' : 'warning'} header="Are these names right?">
      <FormField
        label={`How should row ${rowNumber} read?`}
        description="The file doesn’t say how its letters are encoded. If no reading is right, select another encoding below."
      >
        <RadioGroup
          value={reading.choices.encoding ?? null}
          items={items}
          onChange={({ detail }) =>
            reading.choose({ encoding: encodings.find((each) => each === detail.value), mapping: undefined })
          }
        />
      </FormField>
    </Alert>
  );
}
