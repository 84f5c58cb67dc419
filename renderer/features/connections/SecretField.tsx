import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { ConnectionDraft, SecretPlan } from './connectionDraft';
import { connectionsText } from './connectionsText';
import { TextWith } from '../../components/text/TextWith';

interface SecretFieldProps {
  readonly draft: ConnectionDraft;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<ConnectionDraft>) => void;
  /** A stored secret can't be shown; it can be kept, replaced or deleted. */
  readonly stored: boolean;
}

const plans: readonly { value: SecretPlan; label: string; description?: string }[] = [
  { value: 'keep', label: connectionsText.keepSecret },
  { value: 'replace', label: connectionsText.replaceSecret },
  {
    value: 'forget',
    label: connectionsText.forgetSecret,
    description: connectionsText.forgetSecretHint,
  },
];

/** The optional client secret, with what having or not having one means. */
export function SecretField({ draft, error, onChange, stored }: SecretFieldProps): ReactElement {
  const input = (
    <Input
      type="password"
      value={draft.clientSecret}
      autoComplete={false}
      ariaLabel={connectionsText.clientSecret}
      onChange={({ detail }) => {
        onChange({ clientSecret: detail.value });
      }}
    />
  );
  return (
    <FormField
      label={
        <TextWith
          text={connectionsText.optionalClientSecret}
          places={{ optional: <i>{connectionsText.optional}</i> }}
        />
      }
      description={connectionsText.secretHint}
      errorText={error}
      stretch
    >
      {stored ? (
        <SpaceBetween size="xs">
          <RadioGroup
            ariaLabel={connectionsText.clientSecret}
            value={draft.secretPlan}
            items={plans}
            onChange={({ detail }) => {
              const plan = plans.find(({ value }) => value === detail.value);
              if (plan !== undefined) onChange({ secretPlan: plan.value });
            }}
          />
          {draft.secretPlan === 'replace' ? input : null}
        </SpaceBetween>
      ) : (
        input
      )}
    </FormField>
  );
}
