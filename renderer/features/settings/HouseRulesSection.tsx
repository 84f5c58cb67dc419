import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { ReactElement } from 'react';
import { settings as settingsSchema } from '../../../shared/domain/settings';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { numberFor, TypedSetting, type Change } from './TypedSetting';
import { settingsText } from './settingsText';

/** What batches are checked against besides Amazon’s own rules. */
export function HouseRulesSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={settingsText.houseRulesIntro}>
          {settingsText.houseRules}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <TypedSetting
          // The stored value replaces the typed one once it is saved.
          key={settings.allowedDomains.join()}
          label={settingsText.allowedDomains}
          description={settingsText.allowedDomainsHint}
          stored={settings.allowedDomains.join('\n')}
          rows={4}
          changeOf={domainsIn}
          change={change}
        />
        <TypedSetting
          key={settings.mostAdminsPerAccount}
          label={settingsText.maxAdmins}
          description={settingsText.maxAdminsHint}
          stored={String(settings.mostAdminsPerAccount)}
          rows={null}
          changeOf={numberFor('mostAdminsPerAccount')}
          change={change}
        />
        <Toggle
          checked={settings.adminsNeedNote}
          description={settingsText.adminsNeedNoteHint}
          onChange={({ detail }) => {
            change({ adminsNeedNote: detail.checked });
          }}
        >
          {settingsText.adminsNeedNote}
        </Toggle>
      </SpaceBetween>
    </Container>
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
