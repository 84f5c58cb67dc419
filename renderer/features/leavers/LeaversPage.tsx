import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { Title } from '../../components/Title';
import { EarlierRemovals } from './EarlierRemovals';
import { leaversText } from './leaversText';
import { WhoLeft } from './WhoLeft';

/** Who left, and who was removed before. */
export const LeaversPage = (): ReactElement => (
  <>
    <Title>{leaversText.title}</Title>
    <ContentLayout
      header={
        <Header variant="h1" description={leaversText.description}>
          {leaversText.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <WhoLeft />
        <EarlierRemovals />
      </SpaceBetween>
    </ContentLayout>
  </>
);
