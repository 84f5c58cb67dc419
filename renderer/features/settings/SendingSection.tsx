import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { ReactElement } from 'react';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { numberFor, TypedSetting } from './TypedSetting';
import { settingsText } from './settingsText';

/** What happens to changes still queued when the app was closed; takes effect on the next launch. */
export function SendingSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Container header={<Header variant="h2">{settingsText.sendingChanges}</Header>}>
      <SpaceBetween size="l">
        <Toggle
          checked={settings.continueAtStart}
          description={settingsText.continueAtStartHint}
          onChange={({ detail }) => {
            change({ continueAtStart: detail.checked });
          }}
        >
          {settingsText.continueAtStart}
        </Toggle>
        <TypedSetting
          key={`read ${settings.checkOnlineAfterMinutes}`}
          label={settingsText.checkOnlineAfter}
          description={settingsText.checkOnlineAfterHint}
          stored={String(settings.checkOnlineAfterMinutes)}
          rows={null}
          changeOf={numberFor('checkOnlineAfterMinutes')}
          change={change}
        />
        <TypedSetting
          key={`invitations ${settings.typeNumberFromInvitations}`}
          label={settingsText.typeNumberFromInvitations}
          description={settingsText.typeNumberFromInvitationsHint}
          stored={String(settings.typeNumberFromInvitations)}
          rows={null}
          changeOf={numberFor('typeNumberFromInvitations')}
          change={change}
        />
        <TypedSetting
          key={`admins ${settings.typeNumberFromAdmins}`}
          label={settingsText.typeNumberFromAdmins}
          description={settingsText.typeNumberFromAdminsHint}
          stored={String(settings.typeNumberFromAdmins)}
          rows={null}
          changeOf={numberFor('typeNumberFromAdmins')}
          change={change}
        />
      </SpaceBetween>
    </Container>
  );
}
