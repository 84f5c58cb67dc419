import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { useAppInfo } from '../../queries/settings';
import { CopyReports } from './CopyReports';
import { settingsText } from './settingsText';

/** The app's version, and what it is not. */
export function AboutSection(): ReactElement | null {
  const info = useAppInfo();
  if (info === undefined) return null;
  return (
    <Container
      header={
        <Header variant="h2" actions={<CopyReports />}>
          {settingsText.about}
        </Header>
      }
      footer={settingsText.notAffiliated}
    >
      <KeyValuePairs
        columns={3}
        items={[
          { label: settingsText.appName, value: settingsText.version(info.version) },
          {
            label: settingsText.runtime,
            value: info.developmentRuntime ? (
              <StatusIndicator type="warning">
                {settingsText.electronForDevelopment(info.electronVersion)}
              </StatusIndicator>
            ) : (
              settingsText.electron(info.electronVersion)
            ),
          },
          {
            label: settingsText.platform,
            value: info.sandboxed ? (
              info.platform
            ) : (
              <StatusIndicator type="warning">
                {settingsText.unsandboxedPlatform(info.platform)}
              </StatusIndicator>
            ),
          },
        ]}
      />
    </Container>
  );
}
