import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { ImportPreview } from '../../../../../shared/domain/batch/batchImport';
import { role, roleName, roles } from '../../../../../shared/domain/invitation/role';
import { AddressQuestion } from './AddressQuestion';
import { columnKinds, kindOf, withKind } from './columnKinds';
import { ImportSample } from '../ImportSample';
import { columnsText } from '../importText';
import type { Import } from '../useImport';
import { importingText } from '../importingText';

interface ImportColumnsProps {
  readonly preview: ImportPreview;
  readonly reading: Import;
}

const noRole = { value: '', label: importingText.leaveBlank };
const roleOptions = [noRole, ...roles.map((each) => ({ value: each, label: roleName(each) }))];
const kindOptions = columnKinds.map(({ kind, label }) => ({ value: kind ?? '', label }));

/** Maps the file's columns to ours, above the columns themselves, and sets the role of rows without one. */
export function ImportColumns({ preview, reading }: ImportColumnsProps): ReactElement {
  const { answers, setAnswers } = reading;
  // The person's answer, even before main has responded.
  const mapping = answers.mapping ?? preview.mapping;
  const kindSelect = (column: number, label: string): ReactElement => {
    const kind = kindOf(mapping, column) ?? '';
    return (
      <Select
        ariaLabel={importingText.kindLabel(label)}
        expandToViewport
        selectedOption={kindOptions.find(({ value }) => value === kind) ?? null}
        options={kindOptions}
        onChange={({ detail }) => {
          const selected = columnKinds.find(({ kind: each }) => (each ?? '') === detail.selectedOption.value);
          setAnswers({ mapping: withKind(mapping, column, selected?.kind ?? null) });
        }}
      />
    );
  };
  return (
    <Container>
      <SpaceBetween size="m">
        <AddressQuestion preview={preview} reading={reading} />
        <Box color="text-body-secondary">{columnsText(preview)}</Box>
        <ImportSample preview={preview} over={kindSelect} />
        <div className="import-columns">
          <FormField label={importingText.roleLabel}>
            <Select
              selectedOption={roleOptions.find(({ value }) => value === (answers.role ?? '')) ?? noRole}
              options={roleOptions}
              onChange={({ detail }) =>
                setAnswers({ role: role.safeParse(detail.selectedOption.value).data })
              }
            />
          </FormField>
        </div>
      </SpaceBetween>
    </Container>
  );
}
