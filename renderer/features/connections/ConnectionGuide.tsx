import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { returnUrl } from '../../../shared/domain/connection/connection';
import { CopyableId } from '../../components/names/CopyableId';
import { NoClientId } from './NoClientId';
import { connectionsText } from './connectionsText';
import { TextWith } from '../../components/text/TextWith';

/**
 * Where to find the client ID and what to register with Amazon (amazon-api §4).
 * @param props.port the return port as typed.
 */
export function ConnectionGuide({ port }: { readonly port: number }): ReactElement {
  return (
    <Container header={<Header variant="h2">{connectionsText.guideTitle}</Header>}>
      <SpaceBetween size="s">
        <ol className="plain-list">
          <li>
            <TextWith
              text={connectionsText.guideSignIn}
              places={{ console: <strong>{connectionsText.loginWithAmazon}</strong> }}
            />
          </li>
          <li>
            <TextWith
              text={connectionsText.guideOpen}
              places={{
                profile: <strong>{connectionsText.securityProfile}</strong>,
                settings: <strong>{connectionsText.webSettings}</strong>,
              }}
            />
          </li>
          <li>
            <TextWith
              text={connectionsText.guideRegister}
              places={{
                edit: <strong>{connectionsText.edit}</strong>,
                urls: <strong>{connectionsText.allowedReturnUrls}</strong>,
              }}
            />
          </li>
        </ol>
        <Box padding={{ left: 'l' }}>
          <CopyableId id={returnUrl(port)} name="return URL" />
        </Box>
        <Box color="text-body-secondary" fontSize="body-s">
          {connectionsText.returnUrlHint}
        </Box>
        <NoClientId port={port} />
      </SpaceBetween>
    </Container>
  );
}
