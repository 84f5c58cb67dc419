import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type ReactElement } from 'react';
import { settings as settingsSchema } from '../../../shared/domain/settings';
import { formatLongDate } from '../../../shared/text/formats';
import {
  defaultMessageTemplate,
  messageOf,
  placeholders,
} from '../../../shared/domain/invitation/messageTemplate';
import { invitationLink } from '../../../shared/domain/redeem/buildLink';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { settingsText } from './settingsText';

/** Invented sample data for the preview. */
const exampleFor = (redeemPage: string): Parameters<typeof messageOf>[1] => ({
  name: settingsText.exampleName,
  account: settingsText.exampleAccount,
  role: 'viewer',
  link: invitationLink('inv-1234', 'eu', redeemPage),
  expires: formatLongDate(Date.now() + 14 * 86_400_000),
});

/** The template of “Copy message”, with a preview. */
export function MessageSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  const [draft, setDraft] = useState<string | null>(null);
  if (settings === undefined) return null;
  const stored = settings.messageTemplate;
  const text = draft ?? stored;
  const checked = settingsSchema.shape.messageTemplate.safeParse(text);
  const save = (messageTemplate: string): void => {
    change({ messageTemplate });
    setDraft(null);
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={settingsText.messageIntro}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                disabled={text === defaultMessageTemplate && draft === null}
                onClick={() => save(defaultMessageTemplate)}
              >
                {settingsText.resetMessage}
              </Button>
              <Button
                disabled={text === stored || !checked.success}
                onClick={() => {
                  save(text);
                }}
              >
                {settingsText.saveMessage}
              </Button>
            </SpaceBetween>
          }
        >
          {settingsText.messageTitle}
        </Header>
      }
    >
      <div className="message-columns">
        <FormField
          stretch
          label={settingsText.message}
          description={settingsText.messageHint(placeholders.map((each) => `{${each}}`).join(', '))}
          errorText={checked.error?.issues[0]?.message}
        >
          <Textarea
            rows={10}
            value={text}
            onChange={({ detail }) => {
              setDraft(detail.value === stored ? null : detail.value);
            }}
          />
        </FormField>
        <div>
          <Box variant="awsui-key-label">{settingsText.messagePreview}</Box>
          <div className="message-preview">{messageOf(text, exampleFor(settings.redeemPage))}</div>
        </div>
      </div>
    </Container>
  );
}
