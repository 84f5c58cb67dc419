import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { Title } from '../../components/Title';
import { AboutSection } from './AboutSection';
import { AppearanceSection } from './AppearanceSection';
import { ConnectionsSection } from './ConnectionsSection';
import { StorageSection } from './StorageSection';

/** How the app looks, whom it is connected as, where it keeps what. */
export function SettingsPage(): ReactElement {
  return (
    <>
      <Title>Settings</Title>
      <ContentLayout header={<Header variant="h1">Settings</Header>}>
        <SpaceBetween size="l">
          <ConnectionsSection />
          <AppearanceSection />
          <StorageSection />
          <AboutSection />
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
