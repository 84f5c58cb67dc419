import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import LiveRegion from '@cloudscape-design/components/live-region';
import type { ReactElement, ReactNode } from 'react';
import type { ErrorBody } from '../../shared/errors';
import { CopyableId } from './names/CopyableId';
import { componentsText } from './componentsText';

interface ErrorNoticeProps {
  /** What the person was doing, as in "Could not add the connection". */
  readonly header: string;
  readonly error: ErrorBody;
  /** Buttons that help. */
  readonly action?: ReactNode;
}

/** A failure shown where it happened: what happened, what to do about it, and details for support in an expandable section. */
export function ErrorNotice({ header, error, action }: ErrorNoticeProps): ReactElement {
  return (
    <Alert type="error" header={header} action={action}>
      <LiveRegion assertive>{error.message}</LiveRegion>
      <ErrorDetails error={error} />
    </Alert>
  );
}

/** Amazon's own text, its request ID and our code, collapsed. */
export function ErrorDetails({ error }: { readonly error: ErrorBody }): ReactElement {
  return (
    <ExpandableSection
      variant="footer"
      headerText={
        <Box display="inline" fontSize="body-s" fontWeight="normal" color="inherit">
          {componentsText.details}
        </Box>
      }
    >
      <dl className="details">
        <dt>{componentsText.code}</dt>
        <dd>
          <Box variant="code">{error.code}</Box>
        </dd>
        {error.details === undefined ? null : (
          <>
            <dt>{componentsText.errorDetails}</dt>
            <dd>{error.details}</dd>
          </>
        )}
        {error.requestId === undefined ? null : (
          <>
            <dt>{componentsText.requestId}</dt>
            <dd>
              <CopyableId id={error.requestId} name="request ID" />
            </dd>
          </>
        )}
      </dl>
    </ExpandableSection>
  );
}
