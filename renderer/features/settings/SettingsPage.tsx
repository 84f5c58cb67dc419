import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { Title } from '../../components/Title';
import { AboutSection } from './AboutSection';
import { ApprovalRuleSection } from './approvals/ApprovalRuleSection';
import { KeysSection } from './approvals/KeysSection';
import { AppearanceSection } from './AppearanceSection';
import { ConnectionsSection } from './connections/ConnectionsSection';
import { FreshnessSection } from './FreshnessSection';
import { HouseRulesSection } from './HouseRulesSection';
import { MessageSection } from './MessageSection';
import { PeopleDataSection } from './PeopleDataSection';
import { RedeemSection } from './RedeemSection';
import { SendingSection } from './SendingSection';
import { StorageSection } from './StorageSection';
import { TeamRulesSection } from './team/rules/TeamRulesSection';
import { TeamSection } from './team/TeamSection';
import { settingsText } from './settingsText';

/** Connections, appearance, sending, and where data is stored. */
export function SettingsPage(): ReactElement {
  return (
    <>
      <Title>{settingsText.settings}</Title>
      <ContentLayout header={<Header variant="h1">{settingsText.settings}</Header>}>
        <SpaceBetween size="l">
          <ConnectionsSection />
          <TeamSection />
          <AppearanceSection />
          <FreshnessSection />
          <SendingSection />
          <HouseRulesSection />
          <TeamRulesSection />
          <ApprovalRuleSection />
          <KeysSection />
          <MessageSection />
          <RedeemSection />
          <PeopleDataSection />
          <StorageSection />
          <AboutSection />
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
