import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { ReactElement } from 'react';
import { typedError, typeText } from './agreementText';

interface TypedNumberFieldProps {
  readonly number: number;
  readonly typed: string;
  /** What the number is of, where there may be several. */
  readonly about?: string;
  readonly onChange: (text: string) => void;
}

/** Requires the number of a large change to be typed, so that nobody confirms it in passing. */
export function TypedNumberField({ number, typed, about, onChange }: TypedNumberFieldProps): ReactElement {
  return (
    <FormField label={typeText(number)} description={about} errorText={typedError(number, typed)}>
      <Input value={typed} inputMode="numeric" onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  );
}
