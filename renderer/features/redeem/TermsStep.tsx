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
import { redeemText } from './redeemText';
import { TextWith } from '../../components/text/TextWith';

interface TermsStepProps {
  readonly connectionId: string;
  readonly termsType: string;
  readonly watch: TermsWatch | undefined;
}

/** One kind of terms that must be accepted first: Amazon shows them in the browser, and says when they are accepted. */
export function TermsStep({ connectionId, termsType, watch }: TermsStepProps): ReactElement {
  const start = useStartTerms();
  const name = termsName(termsType);
  const terms = { connectionId, termsType };
  const open = (text: string): ReactElement => (
    <Button
      iconName="external"
      iconAlign="right"
      ariaLabel={redeemText.openTermsLabel(text, name)}
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
        <span className="breaks-anywhere">{redeemText.unknownTerms(termsType)}</span>
      </StatusIndicator>
    );
  }
  if (watch?.status === 'accepted') {
    return <StatusIndicator type="success">{redeemText.termsAccepted(name)}</StatusIndicator>;
  }
  const error = start.error?.toBody() ?? watch?.error ?? null;
  return (
    <SpaceBetween size="s">
      {error === null ? null : <ErrorNotice header={redeemText.termsFailed} error={error} />}
      {watch?.status === 'waiting' ? (
        <Waiting watch={watch} again={open(redeemText.openTermsAgain)} />
      ) : (
        <div className="filters">
          <StatusIndicator type="pending">{redeemText.termsRequired(name)}</StatusIndicator>
          {open(redeemText.openTerms)}
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
        <Alert type="warning" header={redeemText.browserFailedTitle}>
          {redeemText.browserFailedBody}
        </Alert>
      )}
      <div className="filters">
        <span className="inline-row">
          <Spinner />
          <span role="status">{redeemText.termsWaiting(name)}</span>
          <TimeLeft until={until} />
        </span>
        <span className="inline-row">
          {again}
          <CopyToClipboard
            copyButtonText={redeemText.copyLink}
            copyButtonAriaLabel={redeemText.copyLinkLabel(name)}
            textToCopy={url}
            copySuccessText={redeemText.copied}
            copyErrorText={redeemText.copyFailed}
          />
          <Button
            variant="link"
            ariaLabel={redeemText.cancelLabel(name)}
            onClick={() => {
              cancel({ connectionId, termsType });
            }}
          >
            {redeemText.cancel}
          </Button>
        </span>
      </div>
    </SpaceBetween>
  );
}

const TimeLeft = ({ until }: { readonly until: number }): ReactElement => (
  <Box color="text-body-secondary" display="inline">
    <TextWith
      text={redeemText.timeLeft}
      places={{ time: <span role="timer">{countdown(until, useNowBySecond())}</span> }}
    />
  </Box>
);
