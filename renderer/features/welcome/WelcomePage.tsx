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

/** The first screen of a new user: what the app does and the two ways in. */
export function WelcomePage(): ReactElement {
  const sandbox = useExploreSandbox();
  return (
    <>
      <Title>Welcome</Title>
      <ContentLayout
        maxContentWidth={1000}
        defaultPadding
        header={
          <Header
            variant="h1"
            description="Invite people to Amazon Marketing Cloud accounts, see who has not answered yet, and resend or revoke invitations. Everything is kept on this computer."
          >
            Welcome to AMC Access Manager
          </Header>
        }
      >
        <SpaceBetween size="l">
          {sandbox.error === null ? null : (
            <ErrorNotice header="Could not open the sandbox" error={sandbox.error.toBody()} />
          )}
          <ColumnLayout columns={2}>
            <Container
              fitHeight
              header={<Header variant="h2">Connect Amazon Ads</Header>}
              footer={
                <Button
                  variant="primary"
                  onClick={() => {
                    goTo({ screen: 'connect' });
                  }}
                >
                  Connect Amazon Ads
                </Button>
              }
            >
              <Box variant="p">
                For your real accounts. You sign in with Amazon in your browser; this app never sees your
                password.
              </Box>
              <Box variant="p">You need:</Box>
              <ul className="plain-list">
                <li>an Amazon user with access to your AMC accounts</li>
                <li>the client ID of a Login with Amazon security profile that may use the Amazon Ads API</li>
              </ul>
            </Container>
            <Container
              fitHeight
              header={<Header variant="h2">Explore the sandbox</Header>}
              footer={
                <Button loading={sandbox.opening} loadingText="Opening the sandbox" onClick={sandbox.open}>
                  Explore the sandbox
                </Button>
              }
            >
              <Box variant="p">
                No Amazon account needed. A stand-in for Amazon runs on this computer, with sample accounts
                and invented people.
              </Box>
              <Box variant="p">
                Everything works as with real accounts, and nothing leaves this computer. Whatever comes from
                it is marked “Sandbox”.
              </Box>
            </Container>
          </ColumnLayout>
          <Box color="text-body-secondary" fontSize="body-s">
            Not affiliated with, endorsed by or sponsored by Amazon. You can add more connections later, in
            Settings.
          </Box>
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
