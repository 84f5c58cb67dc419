import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { InvitationRef } from '../../../../shared/domain/invitation/invitation';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { AsOf } from '../../../components/Times';
import { useAskAmazon } from '../../../queries/invitations';
import { detailsText } from './detailsText';

/** Amazon's own answer about one invitation, requested on demand. */
export function RawAmazonResponse({ shown }: { readonly shown: InvitationRef }): ReactElement {
  const ask = useAskAmazon();
  return (
    <ExpandableSection headerText={detailsText.rawAnswer}>
      <SpaceBetween size="s">
        <Button
          loading={ask.isPending}
          loadingText={detailsText.asking}
          onClick={() => {
            ask.mutate(shown);
          }}
        >
          {ask.data === undefined ? detailsText.askAmazon : detailsText.askAgain}
        </Button>
        {ask.error === null ? null : (
          <ErrorNotice header={detailsText.askFailed} error={ask.error.toBody()} />
        )}
        {ask.data === undefined ? null : (
          <>
            <Box variant="small" display="block">
              <AsOf at={ask.data.at} />
            </Box>
            {ask.data.answer === null ? (
              <Box variant="p">{detailsText.noAnswer}</Box>
            ) : (
              <pre className="raw-answer" tabIndex={0} aria-label={detailsText.rawAnswer}>
                {ask.data.answer}
              </pre>
            )}
          </>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
