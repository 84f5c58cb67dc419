import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { CopyText } from '../../components/CopyText';
import { goTo } from '../../navigation/useRoute';
import { welcomeText } from './welcomeText';

/** The way to begin for somebody who was invited: first the invitation, then what it takes to redeem it. */
export function InvitedDoor(): ReactElement {
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button
              onClick={() => {
                goTo({ screen: 'redeem' });
              }}
            >
              {welcomeText.openInvitation}
            </Button>
          }
        >
          {welcomeText.invitedTitle}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <Box variant="p">{welcomeText.invitedBody}</Box>
        <Box variant="p">{welcomeText.setupBody}</Box>
        <CopyText label={welcomeText.copySetupRequest} text={welcomeText.setupRequest} />
      </SpaceBetween>
    </Container>
  );
}
