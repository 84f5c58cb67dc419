import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { InvitationRef } from '../../../../shared/domain/invitation/invitation';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { AsOf } from '../../../components/Times';
import { useAskAmazon } from '../../../queries/invitations';

/** Amazon's own answer about one invitation, asked for when somebody wants it. */
export function RawAmazonResponse({ shown }: { readonly shown: InvitationRef }): ReactElement {
  const ask = useAskAmazon();
  return (
    <ExpandableSection headerText="Amazon’s raw answer">
      <SpaceBetween size="s">
        <Button
          loading={ask.isPending}
          loadingText="Asking Amazon"
          onClick={() => {
            ask.mutate(shown);
          }}
        >
          {ask.data === undefined ? 'Ask Amazon' : 'Ask again'}
        </Button>
        {ask.error === null ? null : (
          <ErrorNotice header="Amazon could not be asked" error={ask.error.toBody()} />
        )}
        {ask.data === undefined ? null : (
          <>
            <Box variant="small" display="block">
              <AsOf at={ask.data.at} />
            </Box>
            {ask.data.answer === null ? (
              <Box variant="p">
                Amazon does not tell about this invitation: it may not be there any more, or your Amazon user
                may not see it. Its documents do not say which of the two such a refusal means.
              </Box>
            ) : (
              <pre className="raw-answer" tabIndex={0} aria-label="Amazon’s raw answer">
                {ask.data.answer}
              </pre>
            )}
          </>
        )}
      </SpaceBetween>
    </ExpandableSection>
  );
}
