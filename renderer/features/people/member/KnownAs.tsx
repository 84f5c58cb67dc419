import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState, type ReactElement } from 'react';
import { addressFault, faultSentence } from '../../../../shared/people/addressFault';
import { identityText } from './identityText';

/** Takes the address of somebody whom a person knows. */
export function KnownAs({ onConfirm }: { readonly onConfirm: (emailAddress: string) => void }): ReactElement {
  const [typed, setTyped] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const fault = addressFault(typed.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setSubmitted(true);
        if (fault === null) onConfirm(typed.trim());
      }}
    >
      <FormField
        label={identityText.enter}
        errorText={submitted && fault !== null ? faultSentence(fault) : undefined}
        secondaryControl={<Button formAction="submit">{identityText.confirm}</Button>}
      >
        <Input
          value={typed}
          placeholder={identityText.enterPlaceholder}
          onChange={({ detail }) => {
            setTyped(detail.value);
            setSubmitted(false);
          }}
        />
      </FormField>
    </form>
  );
}
