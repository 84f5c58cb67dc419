import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { ReactElement } from 'react';
import type { Settings } from '../../../shared/domain/settings';
import { useChangeSettings, useSettings } from '../../queries/settings';
import { settingsText } from './settingsText';

const themes: readonly { id: Settings['theme']; text: string }[] = [
  { id: 'system', text: settingsText.systemTheme },
  { id: 'light', text: settingsText.light },
  { id: 'dark', text: settingsText.dark },
];
const densities: readonly { id: Settings['density']; text: string }[] = [
  { id: 'comfortable', text: settingsText.comfortable },
  { id: 'compact', text: settingsText.compact },
];

/** Theme and density; each takes effect immediately. */
export function AppearanceSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Container header={<Header variant="h2">{settingsText.appearance}</Header>}>
      <ColumnLayout columns={2}>
        <FormField label={settingsText.theme}>
          <SegmentedControl
            label={settingsText.theme}
            selectedId={settings.theme}
            options={themes}
            onChange={({ detail }) => {
              const theme = themes.find(({ id }) => id === detail.selectedId);
              if (theme !== undefined) change({ theme: theme.id });
            }}
          />
        </FormField>
        <FormField label={settingsText.density} description={settingsText.densityHint}>
          <SegmentedControl
            label={settingsText.density}
            selectedId={settings.density}
            options={densities}
            onChange={({ detail }) => {
              const density = densities.find(({ id }) => id === detail.selectedId);
              if (density !== undefined) change({ density: density.id });
            }}
          />
        </FormField>
      </ColumnLayout>
    </Container>
  );
}
