import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { ReactElement } from 'react';
import { consentText } from './consentText';

interface NotifyPickerProps {
  /** Null until the person chose: this decides whether strangers get mail, so nothing is proposed. */
  readonly notify: boolean | null;
  readonly onChange: (notify: boolean) => void;
  readonly error: string | undefined;
}

export const notifyMissing = consentText.notifyMissing;

/** Who tells the invited people: Amazon by email, or the person at this desk. */
export function NotifyPicker({ notify, onChange, error }: NotifyPickerProps): ReactElement {
  return (
    <FormField label={consentText.notify} errorText={error}>
      <RadioGroup
        ariaRequired
        value={notify === null ? null : String(notify)}
        onChange={({ detail }) => {
          onChange(detail.value === 'true');
        }}
        items={[
          {
            value: 'true',
            label: consentText.amazonNotifies,
            description: consentText.amazonNotifiesHint,
          },
          {
            value: 'false',
            label: consentText.shareLinks,
            description: consentText.shareLinksHint,
          },
        ]}
      />
    </FormField>
  );
}
