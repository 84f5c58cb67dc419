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
import { settingsText } from './settingsText';
import { TextWith } from '../../components/text/TextWith';

/** Whether links open this app, and the form of the links that people receive. */
export function RedeemSection(): ReactElement | null {
  const settings = useSettings();
  if (settings === undefined) return null;
  return (
    <Container header={<Header variant="h2">{settingsText.redeemLinks}</Header>}>
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
    <FormField label={settingsText.linkHandling(linkScheme)}>
      <div className="filters">
        <StatusIndicator type={handled ? 'success' : 'warning'}>
          {handled
            ? settingsText.linksOpenThisApp
            : canArrange
              ? settingsText.linksNotOpenedYet
              : settingsText.linksOpenInstalledApp}
        </StatusIndicator>
        {handled || !canArrange ? null : (
          <Button
            loading={pending}
            onClick={() => {
              handle(true);
            }}
          >
            {settingsText.openLinks}
          </Button>
        )}
        {canGiveBack ? (
          <Button
            loading={pending}
            onClick={() => {
              handle(false);
            }}
          >
            {settingsText.stopOpeningLinks}
          </Button>
        ) : null}
      </div>
    </FormField>
  );
}

/** An invented ID for the sample link. */
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
        <TextWith
          text={settingsText.optionalRedeemPage}
          places={{ optional: <i>{settingsText.optional}</i> }}
        />
      }
      description={settingsText.redeemPageHint}
      errorText={checked.error?.issues[0]?.message}
      constraintText={
        checked.success ? settingsText.linkExample(invitationLink(exampleId, 'eu', checked.data)) : ''
      }
    >
      <div className="row">
        <div className="row-rest">
          <Input
            value={text}
            inputMode="url"
            autoComplete={false}
            spellcheck={false}
            ariaLabel={settingsText.redeemPage}
            placeholder={settingsText.redeemPagePlaceholder}
            onChange={({ detail }) => {
              setDraft(detail.value === stored ? null : detail.value);
            }}
          />
        </div>
        <Button
          ariaLabel={settingsText.saveRedeemPage}
          disabled={draft === null || !checked.success}
          onClick={() => {
            if (checked.success) change({ redeemPage: checked.data });
            setDraft(null);
          }}
        >
          {settingsText.save}
        </Button>
      </div>
    </FormField>
  );
}
