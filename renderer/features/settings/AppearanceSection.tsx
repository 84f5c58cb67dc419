import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import type { ReactElement } from 'react';
import type { Settings } from '../../../shared/domain/settings';
import { useChangeSettings, useSettings } from '../../queries/settings';

const themes: readonly { id: Settings['theme']; text: string }[] = [
  { id: 'system', text: 'As the system' },
  { id: 'light', text: 'Light' },
  { id: 'dark', text: 'Dark' },
];
const densities: readonly { id: Settings['density']; text: string }[] = [
  { id: 'comfortable', text: 'Comfortable' },
  { id: 'compact', text: 'Compact' },
];

/** Theme and density; each takes effect at once. */
export function AppearanceSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Container header={<Header variant="h2">Appearance</Header>}>
      <ColumnLayout columns={2}>
        <FormField label="Theme">
          <SegmentedControl
            label="Theme"
            selectedId={settings.theme}
            options={themes}
            onChange={({ detail }) => {
              const theme = themes.find(({ id }) => id === detail.selectedId);
              if (theme !== undefined) change({ theme: theme.id });
            }}
          />
        </FormField>
        <FormField label="Density" description="Compact shows more rows.">
          <SegmentedControl
            label="Density"
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
