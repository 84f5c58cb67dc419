import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState, type ReactElement } from 'react';
import { readNumber } from '../../../../shared/text/formats';
import { settingsText } from '../settingsText';

interface NumberOfRuleProps {
  readonly label: string;
  readonly description: string;
  readonly stored: number;
  /** Only shown: the person may not change it. */
  readonly isReadOnly: boolean;
  /** What is wrong with a text; undefined if nothing. */
  readonly complaintOf: (text: string) => string | undefined;
  readonly save: (number: number) => void;
}

/** A number of the rule that takes effect once saved. */
export function NumberOfRule(props: NumberOfRuleProps): ReactElement {
  const { label, description, stored, isReadOnly, complaintOf, save } = props;
  const [text, setText] = useState(String(stored));
  const complaint = complaintOf(text);
  return (
    <FormField
      label={label}
      description={description}
      errorText={complaint}
      secondaryControl={
        isReadOnly ? undefined : (
          <Button
            ariaLabel={settingsText.saveSetting(label)}
            disabled={text === String(stored) || complaint !== undefined}
            onClick={() => save(readNumber(text) ?? stored)}
          >
            {settingsText.save}
          </Button>
        )
      }
    >
      <Input
        inputMode="numeric"
        readOnly={isReadOnly}
        value={text}
        onChange={({ detail }) => setText(detail.value)}
      />
    </FormField>
  );
}
