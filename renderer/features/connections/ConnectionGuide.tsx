import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { returnUrl } from '../../../shared/domain/connection/connection';
import { CopyableId } from '../../components/CopyableId';
import { connectionsText } from './connectionsText';

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
            Sign in to the <strong>{connectionsText.loginWithAmazon}</strong> console at developer.amazon.com,
            as the person who set up your company’s access to the Amazon Ads API. There is one client ID a
            company; ask that person for it if it is not you.
          </li>
          <li>
            Open your <strong>{connectionsText.securityProfile}</strong> and choose{' '}
            <strong>{connectionsText.webSettings}</strong>. The client ID and client secret are there.
          </li>
          <li>
            Choose <strong>{connectionsText.edit}</strong> and add this to the{' '}
            <strong>{connectionsText.allowedReturnUrls}</strong>, exactly as it stands:
          </li>
        </ol>
        <Box padding={{ left: 'l' }}>
          <CopyableId id={returnUrl(port)} name="return URL" />
        </Box>
        <Box color="text-body-secondary" fontSize="body-s">
          {connectionsText.returnUrlHint}
        </Box>
      </SpaceBetween>
    </Container>
  );
}
