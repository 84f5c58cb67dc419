import ColumnLayout from '@cloudscape-design/components/column-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { region as regionSchema, regionNames, regions } from '../../../shared/domain/connection/region';
import type { FieldErrors } from '../../components/fieldErrors';
import { clientIdWarning, endpointFields, type ConnectionDraft, type EndpointField } from './connectionDraft';
import { SecretField } from './SecretField';
import { connectionsText } from './connectionsText';

interface ConnectionFieldsProps {
  readonly draft: ConnectionDraft;
  readonly errors: FieldErrors;
  readonly onChange: (change: Partial<ConnectionDraft>) => void;
  /** Whether a client secret is already stored; undefined for a new connection. */
  readonly storedSecret?: boolean;
}

const regionOptions: readonly SelectProps.Option[] = regions.map((value) => ({
  value,
  label: regionNames[value],
}));

const endpointNames: Record<EndpointField, string> = {
  authorizeUrl: connectionsText.signInPage,
  tokenUrl: connectionsText.tokenAddress,
  profileUrl: connectionsText.profileAddress,
  apiUrl: connectionsText.apiAddress,
};

/** The fields of a connection, each with its own error. */
export function ConnectionFields({
  draft,
  errors,
  onChange,
  storedSecret,
}: ConnectionFieldsProps): ReactElement {
  return (
    <SpaceBetween size="l">
      <FormField
        label={connectionsText.name}
        description={connectionsText.nameHint}
        errorText={errors['label']}
        stretch
      >
        <Input
          value={draft.label}
          autoComplete={false}
          ariaRequired
          onChange={({ detail }) => {
            onChange({ label: detail.value });
          }}
        />
      </FormField>
      <FormField
        label={connectionsText.region}
        description={connectionsText.regionHint}
        errorText={errors['region']}
        stretch
      >
        <Select
          selectedOption={regionOptions.find(({ value }) => value === draft.region) ?? null}
          options={regionOptions}
          placeholder={connectionsText.regionPlaceholder}
          ariaRequired
          onChange={({ detail }) => {
            onChange({ region: regionSchema.parse(detail.selectedOption.value) });
          }}
        />
      </FormField>
      <FormField
        label={connectionsText.clientId}
        errorText={errors['clientId']}
        warningText={errors['clientId'] === undefined ? clientIdWarning(draft) : null}
        stretch
      >
        <Input
          value={draft.clientId}
          placeholder={connectionsText.clientIdPlaceholder}
          autoComplete={false}
          spellcheck={false}
          ariaRequired
          onChange={({ detail }) => {
            onChange({ clientId: detail.value });
          }}
        />
      </FormField>
      <SecretField
        draft={draft}
        error={errors['clientSecret']}
        onChange={onChange}
        stored={storedSecret === true}
      />
      <Advanced
        draft={draft}
        errors={errors}
        onChange={onChange}
        // Stored accounts depend on a connection's endpoints, so they are selected only once.
        withEndpoints={storedSecret === undefined}
      />
    </SpaceBetween>
  );
}

interface AdvancedProps extends ConnectionFieldsProps {
  readonly withEndpoints: boolean;
}

function Advanced({ draft, errors, onChange, withEndpoints }: AdvancedProps): ReactElement {
  const [expanded, setExpanded] = useState(false);
  const complains = Object.keys(errors).some(
    (field) => field === 'returnPort' || field.startsWith('endpoints'),
  );
  return (
    <ExpandableSection
      headerText={connectionsText.advanced}
      expanded={expanded || complains}
      onChange={({ detail }) => {
        setExpanded(detail.expanded);
      }}
    >
      <SpaceBetween size="l">
        <FormField
          label={connectionsText.returnPort}
          description={connectionsText.returnPortHint}
          errorText={errors['returnPort']}
        >
          <Input
            value={draft.returnPort}
            inputMode="numeric"
            autoComplete={false}
            onChange={({ detail }) => {
              onChange({ returnPort: detail.value });
            }}
          />
        </FormField>
        {withEndpoints ? (
          <FormField
            label={connectionsText.customEndpoints}
            description={connectionsText.customEndpointsHint}
            stretch
          >
            <ColumnLayout columns={2}>
              {endpointFields.map((field) => (
                <FormField
                  key={field}
                  label={endpointNames[field]}
                  errorText={errors[`endpoints.${field}`]}
                  stretch
                >
                  <Input
                    value={draft.endpoints[field]}
                    inputMode="url"
                    autoComplete={false}
                    spellcheck={false}
                    placeholder={connectionsText.addressPlaceholder}
                    onChange={({ detail }) => {
                      onChange({ endpoints: { ...draft.endpoints, [field]: detail.value } });
                    }}
                  />
                </FormField>
              ))}
            </ColumnLayout>
          </FormField>
        ) : null}
      </SpaceBetween>
    </ExpandableSection>
  );
}
