import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { ReactElement } from 'react';

interface NotifyPickerProps {
  /** Null until the person chose: this decides whether strangers get mail, so nothing is proposed. */
  readonly notify: boolean | null;
  readonly onChange: (notify: boolean) => void;
  readonly error: string | undefined;
}

export const notifyMissing = 'Choose whether Amazon sends an e-mail.';

/** Who tells the invited people: Amazon by e-mail, or the person at this desk. */
export function NotifyPicker({ notify, onChange, error }: NotifyPickerProps): ReactElement {
  return (
    <FormField label="How will they hear of it?" errorText={error}>
      <RadioGroup
        ariaRequired
        value={notify === null ? null : String(notify)}
        onChange={({ detail }) => {
          onChange(detail.value === 'true');
        }}
        items={[
          {
            value: 'true',
            label: 'Amazon sends the e-mail',
            description: 'Each person gets Amazon’s own invitation e-mail at the address given.',
          },
          {
            value: 'false',
            label: 'No e-mail: I will share links',
            description: 'Amazon stays silent. You pass each invitation on yourself.',
          },
        ]}
      />
    </FormField>
  );
}
