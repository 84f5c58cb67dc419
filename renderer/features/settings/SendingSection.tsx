import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Toggle from '@cloudscape-design/components/toggle';
import type { ReactElement } from 'react';
import { useChangeSettings, useSettings } from '../../queries/settings';

/** What becomes of changes that still waited when the app was closed; takes effect at the next start. */
export function SendingSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  if (settings === undefined) return null;
  return (
    <Container header={<Header variant="h2">Sending changes</Header>}>
      <Toggle
        checked={settings.continueAtStart}
        description="Off: what still waited when you closed the app is held back at the next start until you say Continue."
        onChange={({ detail }) => {
          change({ continueAtStart: detail.checked });
        }}
      >
        Go on by itself at the next start
      </Toggle>
    </Container>
  );
}
