import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { batchColumns } from '../../../shared/domain/batch';
import type { ImportPreview } from '../../../shared/domain/batchImport';
import { role, roleName, roles } from '../../../shared/domain/role';
import { columnNames } from '../../../shared/domain/batchWords';
import { ImportSample } from './ImportSample';
import type { Import } from './useImport';

interface ImportColumnsProps {
  readonly preview: ImportPreview;
  readonly reading: Import;
}

const none = { value: '', label: 'None' };
const noRole = { value: '', label: 'Leave it open' };
const roleOptions = [noRole, ...roles.map((each) => ({ value: each, label: roleName(each) }))];

/** Which column of the file is which of ours, and the role of rows that name none. */
export function ImportColumns({ preview, reading }: ImportColumnsProps): ReactElement {
  const { mapping, headers, sample } = preview;
  const { choices, choose } = reading;
  const width = Math.max(headers.length, ...sample.map((row) => row.length));
  const options = [
    none,
    ...Array.from({ length: width }, (_, index) => ({
      value: String(index),
      label: headers[index] ?? `Column ${index + 1}`,
    })),
  ];
  return (
    <Container>
      <SpaceBetween size="m">
        <div className="import-columns">
          {batchColumns.map((column) => (
            <FormField key={column} label={columnNames[column]}>
              <Select
                selectedOption={options.find(({ value }) => value === String(mapping[column] ?? '')) ?? none}
                options={options}
                onChange={({ detail }) => {
                  const { value = '' } = detail.selectedOption;
                  choose({ mapping: { ...mapping, [column]: value === '' ? null : Number(value) } });
                }}
              />
            </FormField>
          ))}
          <FormField label="Role where the file names none">
            <Select
              selectedOption={roleOptions.find(({ value }) => value === (choices.role ?? '')) ?? noRole}
              options={roleOptions}
              onChange={({ detail }) => choose({ role: role.safeParse(detail.selectedOption.value).data })}
            />
          </FormField>
        </div>
        <ImportSample preview={preview} />
      </SpaceBetween>
    </Container>
  );
}
