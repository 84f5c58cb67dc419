import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { useAppInfo } from '../../queries/settings';
import { CopyDiagnostics } from './CopyDiagnostics';

/** Which program this is, and what it is not. */
export function AboutSection(): ReactElement | null {
  const info = useAppInfo();
  if (info === undefined) return null;
  return (
    <Container
      header={
        <Header variant="h2" actions={<CopyDiagnostics />}>
          About
        </Header>
      }
      footer="Not affiliated with, endorsed by or sponsored by Amazon."
    >
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'AMC Access Manager', value: `Version ${info.version}` },
          {
            label: 'Runtime',
            value: info.developmentRuntime ? (
              <StatusIndicator type="warning" wrapText={false}>
                {`Electron ${info.electronVersion}, for development only`}
              </StatusIndicator>
            ) : (
              `Electron ${info.electronVersion}`
            ),
          },
          {
            label: 'Platform',
            value: info.sandboxed ? (
              info.platform
            ) : (
              <StatusIndicator type="warning">{`${info.platform}, without the browser engine’s sandbox`}</StatusIndicator>
            ),
          },
        ]}
      />
    </Container>
  );
}
