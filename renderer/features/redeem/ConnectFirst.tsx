import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ReactElement } from 'react';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { regionNames } from '../../../shared/domain/connection/region';
import { linkTo } from '../../navigation/useRoute';
import { redeemText } from './redeemText';

/** What to do about invitations of a region that no connection reaches. */
export function ConnectFirst({ links }: { readonly links: readonly WaitingLink[] }): ReactElement {
  const regions = [...new Set(links.flatMap(({ region }) => (region === null ? [] : [regionNames[region]])))];
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button variant="primary" {...linkTo({ screen: 'connect' })}>
              {redeemText.connectFirst}
            </Button>
          }
        >
          {redeemText.noConnection(regions)}
        </Header>
      }
    >
      {redeemText.connectFirstBody(links.length)}
    </Container>
  );
}
