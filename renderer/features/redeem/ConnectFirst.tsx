import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ReactElement } from 'react';
import type { WaitingLink } from '../../../shared/domain/redeem/redeem';
import { regionNames } from '../../../shared/domain/connection/region';
import { counted } from '../../components/text/formatTime';
import { linkTo } from '../../navigation/useRoute';
import { redeemText } from './redeemText';

/** What to do about invitations of a region, or of any, that no connection leads to. */
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
          You have no connection {regions.length === 0 ? 'yet' : `in ${regions.join(' and ')}`}
        </Header>
      }
    >
      Amazon is asked what{' '}
      {links.length === 1 ? 'the invitation is' : `these ${counted(links.length, 'invitation')} are`} as the
      person who signs in. {links.length === 1 ? redeemText.linkWaits : redeemText.linksWait} here meanwhile,
      each for a day: below stands until when.
    </Container>
  );
}
