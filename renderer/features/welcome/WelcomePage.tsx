import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { goTo } from '../../navigation/useRoute';
import { useExploreSandbox } from '../connections/useExploreSandbox';
import { InvitedDoor } from './InvitedDoor';
import { welcomeText } from './welcomeText';

/** The first screen of a new user: what the app does and the ways to begin, also for somebody who was invited. */
export function WelcomePage(): ReactElement {
  const sandbox = useExploreSandbox();
  return (
    <>
      <Title>{welcomeText.welcome}</Title>
      <ContentLayout
        maxContentWidth={1000}
        defaultPadding
        header={
          <Header variant="h1" description={welcomeText.welcomeIntro}>
            {welcomeText.welcomeTitle}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {sandbox.error === null ? null : (
            <ErrorNotice header={welcomeText.openSandboxFailed} error={sandbox.error.toBody()} />
          )}
          <ColumnLayout columns={2}>
            <Container
              fitHeight
              header={<Header variant="h2">{welcomeText.connectAmazonAds}</Header>}
              footer={
                <Button
                  variant="primary"
                  onClick={() => {
                    goTo({ screen: 'connect' });
                  }}
                >
                  {welcomeText.connectAmazonAds}
                </Button>
              }
            >
              <Box variant="p">{welcomeText.connectIntro}</Box>
              <Box variant="p">{welcomeText.needs}</Box>
              <ul className="plain-list">
                <li>{welcomeText.neededUser}</li>
                <li>{welcomeText.neededClientId}</li>
              </ul>
            </Container>
            <Container
              fitHeight
              header={<Header variant="h2">{welcomeText.exploreSandbox}</Header>}
              footer={
                <Button
                  loading={sandbox.opening}
                  loadingText={welcomeText.openingSandbox}
                  onClick={sandbox.open}
                >
                  {welcomeText.exploreSandbox}
                </Button>
              }
            >
              <Box variant="p">{welcomeText.sandboxIntro}</Box>
              <Box variant="p">{welcomeText.sandboxIsolation}</Box>
            </Container>
          </ColumnLayout>
          <InvitedDoor />
          <Box color="text-body-secondary" fontSize="body-s">
            {welcomeText.notAffiliated}
          </Box>
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
