import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { ReactElement } from 'react';
import { consentText } from './consentText';

interface NotifyPickerProps {
  /** Null until selected: this decides whether strangers get email, so there is no default. */
  readonly notify: boolean | null;
  readonly onChange: (notify: boolean) => void;
  readonly error: string | undefined;
}

export const notifyMissing = consentText.notifyMissing;

/** Who notifies the invited people: Amazon by email, or the person at this computer. */
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
