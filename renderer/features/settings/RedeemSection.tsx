import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactElement } from 'react';
import { settings as settingsSchema } from '../../../shared/domain/settings';
import { invitationLink } from '../../../shared/domain/redeem/buildLink';
import { useHandleLinks, useLinkHandling } from '../../queries/redeem';
import { useChangeSettings, useSettings } from '../../queries/settings';

/** Whether links open this app, and what the links look like that people are sent. */
export function RedeemSection(): ReactElement | null {
  const settings = useSettings();
  if (settings === undefined) return null;
  return (
    <Container header={<Header variant="h2">Redeem links</Header>}>
      <SpaceBetween size="l">
        <LinkHandling />
        <RedeemPageField stored={settings.redeemPage} />
      </SpaceBetween>
    </Container>
  );
}

function LinkHandling(): ReactElement | null {
  const handling = useLinkHandling();
  const { handle, pending } = useHandleLinks();
  if (handling === undefined) return null;
  const { handled, canArrange, canGiveBack } = handling;
  return (
    <FormField label={`Links that begin with ${linkScheme}://`}>
      <div className="filters">
        <StatusIndicator type={handled ? 'success' : 'warning'}>
          {handled
            ? 'Open this app. What they are for is shown under Redeem, and waits for your click.'
            : canArrange
              ? 'Do not open this app yet on this computer. You can always paste them under Redeem.'
              : 'Do not open this app on this computer; the installed app’s do. You can always paste them under Redeem.'}
        </StatusIndicator>
        {handled || !canArrange ? null : (
          <Button
            loading={pending}
            onClick={() => {
              handle(true);
            }}
          >
            Open such links with this app
          </Button>
        )}
        {canGiveBack ? (
          <Button
            loading={pending}
            onClick={() => {
              handle(false);
            }}
          >
            Stop opening links with this copy
          </Button>
        ) : null}
      </div>
    </FormField>
  );
}

/** What the shown link is about: invented. */
const exampleId = 'inv-1234';

function RedeemPageField({ stored }: { readonly stored: string }): ReactElement {
  const change = useChangeSettings();
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? stored;
  const checked = settingsSchema.shape.redeemPage.safeParse(text.trim());
  return (
    <FormField
      stretch
      label={
        <>
          Your redeem page <i>- optional</i>
        </>
      }
      description="Mail programs drop links that do not begin with https. Put the page from this app’s documentation (redeem-page.html) on your own web server and enter its address: copied links then lead to it, and it opens this app. The invitation’s ID is not sent to the server."
      errorText={checked.error?.issues[0]?.message}
      constraintText={
        checked.success ? `Links look like this: ${invitationLink(exampleId, 'eu', checked.data)}` : ''
      }
    >
      <div className="row">
        <div className="row-rest">
          <Input
            value={text}
            inputMode="url"
            autoComplete={false}
            spellcheck={false}
            ariaLabel="Your redeem page"
            placeholder="https://www.example.com/redeem.html"
            onChange={({ detail }) => {
              setDraft(detail.value === stored ? null : detail.value);
            }}
          />
        </div>
        <Button
          ariaLabel="Save the redeem page"
          disabled={draft === null || !checked.success}
          onClick={() => {
            if (checked.success) change({ redeemPage: checked.data });
            setDraft(null);
          }}
        >
          Save
        </Button>
      </div>
    </FormField>
  );
}
