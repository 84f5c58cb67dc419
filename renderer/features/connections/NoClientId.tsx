import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { returnUrl } from '../../../shared/domain/connection/connection';
import { adsApiOnboarding, loginWithAmazonConsole } from '../../../shared/domain/connection/region';
import { CopyText } from '../../components/CopyText';
import { connectionsText } from './connectionsText';

/** What somebody does who has no client ID: whom to ask, with which words, and what it takes where nobody has one. */
export function NoClientId({ port }: { readonly port: number }): ReactElement {
  return (
    <ExpandableSection headerText={connectionsText.noClientIdTitle}>
      <SpaceBetween size="s">
        <Box variant="p">{connectionsText.noClientIdWho}</Box>
        <CopyText
          label={connectionsText.noClientIdMessage}
          text={connectionsText.noClientIdRequest(returnUrl(port))}
        />
        <Box variant="p">{connectionsText.noClientIdNone}</Box>
        <div className="filters">
          <Link href={adsApiOnboarding} external>
            {connectionsText.noClientIdApply}
          </Link>
          <Link href={loginWithAmazonConsole} external>
            {connectionsText.noClientIdConsole}
          </Link>
        </div>
      </SpaceBetween>
    </ExpandableSection>
  );
}
