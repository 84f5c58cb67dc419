import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection';
import { countdown } from '../../components/formatTime';
import { useNowBySecond } from '../../components/useNow';
import { useCancelSignIn } from '../../queries/signIn';

/** While the person is away in the browser: what to do there, and what to do if no browser opened. */
export function SignInWaiting({ connection }: { readonly connection: Connection }): ReactElement {
  const cancelSignIn = useCancelSignIn();
  const { pendingSignIn: pending, label, kind } = connection;
  const cancel = (): void => {
    cancelSignIn(connection.connectionId);
  };
  return (
    <Modal
      visible
      header="Waiting for your browser"
      closeAriaLabel="Cancel the sign-in"
      onDismiss={({ detail }) => {
        // A click beside the dialog is too easily made by someone coming back from the browser.
        if (detail.reason !== 'overlay') cancel();
      }}
      footer={
        <Box float="right">
          <Button onClick={cancel}>Cancel</Button>
        </Box>
      }
    >
      {pending === null ? (
        <span className="inline-row">
          <Spinner /> Preparing the sign-in to {label}
        </span>
      ) : (
        <SpaceBetween size="m">
          {pending.browserOpened ? (
            <Box variant="p">
              {kind === 'sandbox'
                ? 'The sandbox’s sign-in page has opened in your browser. Choose who to be and allow access.'
                : 'Amazon’s sign-in page has opened in your browser. Sign in and allow access.'}{' '}
              This window goes on by itself.
            </Box>
          ) : (
            <Alert type="warning" header="Your browser could not be opened">
              Copy the link below and open it in a browser on this computer.
            </Alert>
          )}
          <FormField
            label="Sign-in link"
            description="Use it to sign in with another browser or profile. It works on this computer only."
            stretch
          >
            <div className="row">
              <div className="row-rest">
                <Input readOnly value={pending.authorizeUrl} ariaLabel="Sign-in link" />
              </div>
              <CopyToClipboard
                copyButtonText="Copy"
                copyButtonAriaLabel="Copy sign-in link"
                textToCopy={pending.authorizeUrl}
                copySuccessText="Copied"
                copyErrorText="Could not copy. Select the link and copy it by hand."
              />
            </div>
          </FormField>
          <TimeLeft until={pending.expiresAt} label={label} />
        </SpaceBetween>
      )}
    </Modal>
  );
}

function TimeLeft({ until, label }: { readonly until: number; readonly label: string }): ReactElement {
  return (
    <span className="inline-row">
      <Spinner />
      <span>
        Signing in to {label}. <span role="timer">{countdown(until, useNowBySecond())}</span> left.
      </span>
    </span>
  );
}
