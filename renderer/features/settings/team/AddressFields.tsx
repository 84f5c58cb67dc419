import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { FieldErrors } from '../../../components/fieldErrors';
import { useChooseCaFile } from '../../../queries/team';
import type { AddressDraft } from './addressDraft';
import { teamText } from './teamText';

interface AddressFieldsProps {
  readonly draft: AddressDraft;
  readonly errors: FieldErrors;
  readonly onChange: (change: Partial<AddressDraft>) => void;
}

/** Where the team's database is, and as whom to log in. */
export function AddressFields({ draft, errors, onChange }: AddressFieldsProps): ReactElement {
  const field = (
    name: 'host' | 'port' | 'database' | 'login' | 'password',
    hint?: string,
    props: Partial<InputProps> = {},
  ): ReactElement => (
    <FormField label={teamText[name]} description={hint} errorText={errors[name]} stretch>
      <Input
        value={draft[name]}
        autoComplete={false}
        spellcheck={false}
        ariaRequired
        {...props}
        onChange={({ detail }) => onChange({ [name]: detail.value })}
      />
    </FormField>
  );
  return (
    <SpaceBetween size="m">
      <Grid gridDefinition={[{ colspan: { default: 12, xs: 9 } }, { colspan: { default: 12, xs: 3 } }]}>
        {field('host', teamText.hostHint)}
        {field('port', undefined, { inputMode: 'numeric' })}
      </Grid>
      {field('database')}
      {field('login')}
      {field('password', teamText.passwordHint, { type: 'password' })}
      <FormField label={teamText.encryption} errorText={errors['encryption']} stretch>
        <RadioGroup
          ariaLabel={teamText.encryption}
          value={draft.encryption}
          items={[
            { value: 'verified', label: teamText.encrypted },
            { value: 'loopback', label: teamText.plain, description: teamText.plainHint },
          ]}
          onChange={({ detail }) =>
            onChange({ encryption: detail.value === 'loopback' ? 'loopback' : 'verified' })
          }
        />
      </FormField>
      {draft.encryption === 'verified' ? <CaFileField caFile={draft.caFile} onChange={onChange} /> : null}
    </SpaceBetween>
  );
}

function CaFileField({
  caFile,
  onChange,
}: Pick<AddressDraft, 'caFile'> & Pick<AddressFieldsProps, 'onChange'>): ReactElement {
  const choose = useChooseCaFile();
  return (
    <FormField label={teamText.caFile} description={teamText.caFileHint} stretch>
      <SpaceBetween size="xs">
        <Box>
          <span className="breaks-anywhere">{caFile ?? teamText.caFileNone}</span>
        </Box>
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            onClick={() => {
              choose.mutate(undefined, {
                onSuccess: (selected) => {
                  if (selected !== null) onChange({ caFile: selected });
                },
              });
            }}
          >
            {teamText.selectCaFile}
          </Button>
          {caFile === null ? null : (
            <Button variant="link" onClick={() => onChange({ caFile: null })}>
              {teamText.removeCaFile}
            </Button>
          )}
        </SpaceBetween>
      </SpaceBetween>
    </FormField>
  );
}
