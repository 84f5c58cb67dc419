import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { ReactElement } from 'react';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { numberFor, TypedSetting } from './TypedSetting';

/** What becomes of changes that still waited when the app was closed; takes effect at the next start. */
export function SendingSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Container header={<Header variant="h2">Sending changes</Header>}>
      <SpaceBetween size="l">
        <Toggle
          checked={settings.continueAtStart}
          description="Off: what still waited when you closed the app is held back at the next start until you say Continue."
          onChange={({ detail }) => {
            change({ continueAtStart: detail.checked });
          }}
        >
          Go on by itself at the next start
        </Toggle>
        <TypedSetting
          key={`read ${settings.checkOnlineAfterMinutes}`}
          label="Read a batch’s accounts again before sending when they are older than (minutes)"
          description="What has changed there since is shown before anything goes."
          stored={String(settings.checkOnlineAfterMinutes)}
          rows={null}
          changeOf={numberFor('checkOnlineAfterMinutes')}
          change={change}
        />
        <TypedSetting
          key={`invitations ${settings.typeNumberFromInvitations}`}
          label="Have the number typed from so many invitations on"
          description="A batch of so many is sent only after its number was typed. 0: never asked."
          stored={String(settings.typeNumberFromInvitations)}
          rows={null}
          changeOf={numberFor('typeNumberFromInvitations')}
          change={change}
        />
        <TypedSetting
          key={`admins ${settings.typeNumberFromAdmins}`}
          label="The same from so many admins on"
          description="0: never asked."
          stored={String(settings.typeNumberFromAdmins)}
          rows={null}
          changeOf={numberFor('typeNumberFromAdmins')}
          change={change}
        />
      </SpaceBetween>
    </Container>
  );
}
