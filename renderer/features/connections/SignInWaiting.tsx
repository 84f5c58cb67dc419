import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import LiveRegion from '@cloudscape-design/components/live-region';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import { ErrorNotice } from '../../components/ErrorNotice';
import { countdown } from '../../components/text/formatTime';
import { useNowBySecond } from '../../components/useNow';
import { useCancelSignIn, useCopySignInLink } from '../../queries/signIn';
import { waitingTexts } from './signInText';
import { connectionsText } from './connectionsText';
import { TextWith } from '../../components/text/TextWith';

/** While the person is in the browser: what to do there, and what to do if no browser opened. */
export function SignInWaiting({ connection }: { readonly connection: Connection }): ReactElement {
  const cancelSignIn = useCancelSignIn();
  const { pendingSignIn: pending, label, kind } = connection;
  const cancel = (): void => {
    cancelSignIn(connection.connectionId);
  };
  return (
    <Modal
      visible
      header={connectionsText.waitingTitle}
      closeAriaLabel={connectionsText.cancelSignIn}
      onDismiss={({ detail }) => {
        // A click beside the dialog happens too easily when coming back from the browser.
        if (detail.reason !== 'overlay') cancel();
      }}
      footer={
        <Box float="right">
          <Button onClick={cancel}>{connectionsText.cancel}</Button>
        </Box>
      }
    >
      {pending === null ? (
        <span className="inline-row">
          <Spinner /> {connectionsText.signingIn(label)}
        </span>
      ) : (
        <SpaceBetween size="m">
          {pending.browserOpened ? (
            <Box variant="p">
              {kind === 'sandbox' ? connectionsText.sandboxPageOpened : connectionsText.amazonPageOpened}
            </Box>
          ) : (
            <Alert type="warning" header={connectionsText.browserNotOpenedTitle}>
              {connectionsText.browserNotOpenedBody}
            </Alert>
          )}
          <SignInLink
            connectionId={connection.connectionId}
            link={pending.authorizeUrl}
            isFresh={!pending.browserOpened}
          />
          {kind === 'sandbox' ? null : (
            <Box color="text-body-secondary" fontSize="body-s">
              {waitingTexts.ownErrorPage(connection.returnUrl)}
            </Box>
          )}
          <TimeLeft until={pending.expiresAt} label={label} />
        </SpaceBetween>
      )}
    </Modal>
  );
}

interface SignInLinkProps {
  readonly connectionId: string;
  readonly link: string;
  /** Nobody has opened it yet. */
  readonly isFresh: boolean;
}

/** The link for another browser. Each copy is a new link; one already given to a browser isn't shown. */
function SignInLink({ connectionId, link, isFresh }: SignInLinkProps): ReactElement {
  const copy = useCopySignInLink();
  const result = copy.data ?? null;
  return (
    <FormField label={connectionsText.signInLink} description={waitingTexts.linkAbout} stretch>
      <SpaceBetween size="xs">
        <div className="row">
          {isFresh || result !== null ? (
            <div className="row-rest">
              <Input readOnly value={result?.link ?? link} ariaLabel={connectionsText.signInLink} />
            </div>
          ) : null}
          <Button
            iconName="copy"
            loading={copy.isPending}
            onClick={() => {
              copy.mutate(connectionId);
            }}
          >
            {connectionsText.copyLink}
          </Button>
        </div>
        {result === null ? null : (
          <LiveRegion>{result.copied ? waitingTexts.copied : waitingTexts.notCopied}</LiveRegion>
        )}
        {copy.error === null ? null : (
          <ErrorNotice header={connectionsText.copyLinkFailed} error={copy.error.toBody()} />
        )}
      </SpaceBetween>
    </FormField>
  );
}

function TimeLeft({ until, label }: { readonly until: number; readonly label: string }): ReactElement {
  return (
    <span className="inline-row">
      <Spinner />
      <span>
        <TextWith
          text={connectionsText.timeLeft}
          places={{ label, time: <span role="timer">{countdown(until, useNowBySecond())}</span> }}
        />
      </span>
    </span>
  );
}
