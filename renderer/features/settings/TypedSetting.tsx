import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactElement } from 'react';
import { settings as settingsSchema, type Settings } from '../../../shared/domain/settings';
import { formatNumber, readNumber } from '../../../shared/text/formats';
import { settingsText } from './settingsText';

/** The settings that a text means, or what is wrong with it. */
export type Change = Partial<Settings> | { readonly complaint: string };

interface TypedSettingProps {
  readonly label: string;
  readonly description: string;
  readonly stored: string;
  /** Null: one line. */
  readonly rows: number | null;
  readonly changeOf: (text: string) => Change;
  readonly change: (settings: Partial<Settings>) => void;
}

/** A typed setting that takes effect once saved. */
export function TypedSetting({
  label,
  description,
  stored,
  rows,
  changeOf,
  change,
}: TypedSettingProps): ReactElement {
  const [text, setText] = useState(stored);
  const changed = changeOf(text);
  const complaint = 'complaint' in changed ? changed.complaint : undefined;
  const field = {
    value: text,
    onChange: ({ detail }: { readonly detail: { readonly value: string } }): void => setText(detail.value),
  };
  return (
    <FormField
      label={label}
      description={description}
      errorText={complaint}
      secondaryControl={
        <Button
          ariaLabel={settingsText.saveSetting(label)}
          disabled={text === stored || complaint !== undefined}
          onClick={() => {
            if (!('complaint' in changed)) change(changed);
          }}
        >
          {settingsText.save}
        </Button>
      }
    >
      {rows === null ? (
        <Input inputMode="numeric" {...field} />
      ) : (
        <Textarea rows={rows} spellcheck={false} {...field} />
      )}
    </FormField>
  );
}

type NumberName = {
  [Name in keyof Settings]: Settings[Name] extends number ? Name : never;
}[keyof Settings];

/** The meaning of a typed number for one of the numeric settings. */
export const numberFor =
  (name: NumberName) =>
  (text: string): Change => {
    const { minValue, maxValue } = settingsSchema.shape[name];
    const number = settingsSchema.shape[name].safeParse(readNumber(text) ?? Number.NaN);
    return number.success
      ? { [name]: number.data }
      : {
          complaint: settingsText.numberError(String(minValue ?? 0), formatNumber(maxValue ?? 0)),
        };
  };
