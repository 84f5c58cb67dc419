import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Toggle from '@cloudscape-design/components/toggle';
import type { ReactElement } from 'react';
import { counted } from '../../components/text/formatTime';
import { notificationHelp } from '../../components/consent/notificationText';
import { useAppInfo, useChangeSettings, useSettings } from '../../queries/settings';
import { settingsText } from './settingsText';

const never = { value: '0', label: settingsText.refreshNever };
const ages = [
  { value: '30', label: '30 minutes' },
  { value: '60', label: '1 hour' },
  { value: '240', label: '4 hours' },
  { value: '720', label: '12 hours' },
  { value: '1440', label: '24 hours' },
  never,
];

/** When accounts are refreshed automatically, and whether to notify about invitations that expire soon. */
export function FreshnessSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  const failed = (useAppInfo()?.failedNotification ?? null) !== null;
  if (settings === undefined) return null;
  const { refreshAfterMinutes, notifyLapsing } = settings;
  const own = { value: String(refreshAfterMinutes), label: counted(refreshAfterMinutes, 'minute') };
  const selected = ages.find(({ value }) => value === own.value);
  return (
    <Container header={<Header variant="h2">{settingsText.freshness}</Header>}>
      <SpaceBetween size="l">
        <FormField label={settingsText.refreshAfter} description={settingsText.refreshAfterHint}>
          <Select
            selectedOption={selected ?? own}
            options={selected === undefined ? [own, ...ages] : ages}
            onChange={({ detail }) => {
              change({ refreshAfterMinutes: Number(detail.selectedOption.value) });
            }}
          />
        </FormField>
        <Toggle
          checked={notifyLapsing}
          description={settingsText.notifyExpiringHint}
          onChange={({ detail }) => {
            change({ notifyLapsing: detail.checked });
          }}
        >
          {settingsText.notifyExpiring}
        </Toggle>
        {failed ? (
          <StatusIndicator type="warning">
            {settingsText.notificationFailed(notificationHelp)}
          </StatusIndicator>
        ) : null}
      </SpaceBetween>
    </Container>
  );
}
