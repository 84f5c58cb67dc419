import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import Toggle from '@cloudscape-design/components/toggle';
import { useState, type ReactElement } from 'react';
import { settings as settingsSchema, type Settings } from '../../../shared/domain/settings';
import { useChangeSettings, useSettings } from '../../queries/settings';

/** What batches are checked against besides Amazon’s own rules. */
export function HouseRulesSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Container
      header={
        <Header variant="h2" description="Every row of a batch is checked against these before it is sent.">
          House rules
        </Header>
      }
    >
      <SpaceBetween size="l">
        <RuleField
          // What is stored replaces what was typed once it is saved.
          key={settings.allowedDomains.join()}
          label="Allowed domains"
          description="One a line, like example.com. People at other domains are errors. Empty: all domains are allowed."
          stored={settings.allowedDomains.join('\n')}
          rows={4}
          changeOf={domainsIn}
          change={change}
        />
        <RuleField
          key={settings.mostAdminsPerAccount}
          label="Most admins in one account"
          description="Pending ones count. 0: any number."
          stored={String(settings.mostAdminsPerAccount)}
          rows={null}
          changeOf={numberIn}
          change={change}
        />
        <Toggle
          checked={settings.adminsNeedNote}
          description="A row that makes somebody an admin is an error until its note says why."
          onChange={({ detail }) => {
            change({ adminsNeedNote: detail.checked });
          }}
        >
          Admins need a note
        </Toggle>
      </SpaceBetween>
    </Container>
  );
}

type Change = Partial<Settings> | { readonly complaint: string };

interface RuleFieldProps {
  readonly label: string;
  readonly description: string;
  readonly stored: string;
  /** Null: one line. */
  readonly rows: number | null;
  readonly changeOf: (text: string) => Change;
  readonly change: (settings: Partial<Settings>) => void;
}

function RuleField({ label, description, stored, rows, changeOf, change }: RuleFieldProps): ReactElement {
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
          ariaLabel={`Save: ${label}`}
          disabled={text === stored || complaint !== undefined}
          onClick={() => {
            if (!('complaint' in changed)) change(changed);
          }}
        >
          Save
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

/** Domains as people write them: with an @, in capitals, separated by anything. */
function domainsIn(text: string): Change {
  const words = text.split(/[\s,;]+/).map((word) => word.replace(/^@/, '').toLowerCase());
  const domains = settingsSchema.shape.allowedDomains.safeParse([...new Set(words.filter(Boolean))]);
  return domains.success
    ? { allowedDomains: domains.data }
    : { complaint: domains.error.issues[0]?.message ?? '' };
}

function numberIn(text: string): Change {
  const most = settingsSchema.shape.mostAdminsPerAccount.safeParse(
    text.trim() === '' ? Number.NaN : Number(text),
  );
  return most.success
    ? { mostAdminsPerAccount: most.data }
    : { complaint: 'Enter a whole number from 0 to 10,000.' };
}
