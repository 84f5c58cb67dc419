import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { ReactElement } from 'react';
import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { hiddenRowsLabel, sheetLabel } from './importText';
import type { Import } from './useImport';
import { importingText } from './importingText';

interface ImportSheetProps extends Pick<Import, 'setAnswers'> {
  readonly preview: ImportPreview;
}

/** Which sheet of a workbook is read, and whether hidden rows are included. Another sheet starts with its own columns. */
export function ImportSheet({ preview, setAnswers }: ImportSheetProps): ReactElement {
  const { sheets, sheet, hiddenRows, leftOut } = preview;
  const options = sheets.map((each) => ({ value: each.name, label: sheetLabel(each) }));
  return (
    <>
      {sheets.length < 2 ? null : (
        <FormField label={importingText.sheet}>
          <Select
            selectedOption={options.find(({ value }) => value === sheet) ?? null}
            options={options}
            onChange={({ detail }) =>
              setAnswers({
                sheet: detail.selectedOption.value,
                headerRow: undefined,
                mapping: undefined,
                withHiddenRows: undefined,
              })
            }
          />
        </FormField>
      )}
      {hiddenRows === 0 ? null : (
        <Checkbox
          checked={!leftOut.some(({ reason }) => reason === 'hiddenRows')}
          onChange={({ detail }) => setAnswers({ withHiddenRows: detail.checked })}
        >
          {hiddenRowsLabel(hiddenRows)}
        </Checkbox>
      )}
    </>
  );
}
