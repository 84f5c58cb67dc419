import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { TermsWatch } from '../../../shared/domain/redeem/redeem';
import { ErrorNotice } from '../../components/ErrorNotice';
import { countdown } from '../../components/text/formatTime';
import { useNowBySecond } from '../../components/useNow';
import { useCancelTerms, useStartTerms } from '../../queries/redeem';
import { knowsTerms, termsName } from './redeemWords';

interface TermsStepProps {
  readonly connectionId: string;
  readonly termsType: string;
  readonly watch: TermsWatch | undefined;
}

/** One kind of terms that must be accepted before: Amazon shows them in the browser, and says when they are. */
export function TermsStep({ connectionId, termsType, watch }: TermsStepProps): ReactElement {
  const start = useStartTerms();
  const name = termsName(termsType);
  const terms = { connectionId, termsType };
  const open = (text: string): ReactElement => (
    <Button
      iconName="external"
      iconAlign="right"
      ariaLabel={`${text}: terms of ${name}`}
      loading={start.isPending}
      onClick={() => {
        start.mutate(terms);
      }}
    >
      {text}
    </Button>
  );
  if (!knowsTerms(termsType)) {
    return (
      <StatusIndicator type="warning">
        <span className="breaks-anywhere">
          Amazon asks for the terms “{termsType}”, which this app cannot open. Accept them at Amazon, by the
          link in its e-mail.
        </span>
      </StatusIndicator>
    );
  }
  if (watch?.status === 'accepted') {
    return <StatusIndicator type="success">Terms of {name} accepted</StatusIndicator>;
  }
  const error = start.error?.toBody() ?? watch?.error ?? null;
  return (
    <SpaceBetween size="s">
      {error === null ? null : <ErrorNotice header="The terms are not accepted yet" error={error} />}
      {watch?.status === 'waiting' ? (
        <Waiting watch={watch} again={open('Open again')} />
      ) : (
        <div className="filters">
          <StatusIndicator type="pending">
            Amazon asks you to accept the terms of {name} first.
          </StatusIndicator>
          {open('Read and accept at Amazon')}
        </div>
      )}
    </SpaceBetween>
  );
}

function Waiting({
  watch,
  again,
}: {
  readonly watch: TermsWatch;
  readonly again: ReactElement;
}): ReactElement {
  const cancel = useCancelTerms();
  const { connectionId, termsType, url, until, browserOpened } = watch;
  const name = termsName(termsType);
  return (
    <SpaceBetween size="s">
      {browserOpened ? null : (
        <Alert type="warning" header="Your browser could not be opened">
          Copy the link and open it in a browser.
        </Alert>
      )}
      <div className="filters">
        <span className="inline-row">
          <Spinner />
          <span role="status">Waiting until you have accepted the terms of {name} in your browser.</span>
          <TimeLeft until={until} />
        </span>
        <span className="inline-row">
          {again}
          <CopyToClipboard
            copyButtonText="Copy link"
            copyButtonAriaLabel={`Copy the link to the terms of ${name}`}
            textToCopy={url}
            copySuccessText="Copied"
            copyErrorText="Could not copy. Try again with the window in front."
          />
          <Button
            variant="link"
            ariaLabel={`Cancel: terms of ${name}`}
            onClick={() => {
              cancel({ connectionId, termsType });
            }}
          >
            Cancel
          </Button>
        </span>
      </div>
    </SpaceBetween>
  );
}

const TimeLeft = ({ until }: { readonly until: number }): ReactElement => (
  <Box color="text-body-secondary" display="inline">
    <span role="timer">{countdown(until, useNowBySecond())}</span> left
  </Box>
);
