import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { CodedError } from '../../../shared/errors';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useIsDraft } from '../../queries/connectionDrafts';
import { useStartSignIn } from '../../queries/signIn';
import { goTo } from '../../navigation/useRoute';
import { otherUserTexts } from './signInText';
import { connectionsText } from './connectionsText';

interface SignInEndedProps {
  readonly connection: Connection;
  readonly error: CodedError;
  readonly onClose: () => void;
}

/** Why a sign-in failed and what to do next; or, if another Amazon user signed in, the question whether to accept them. */
export function SignInEnded({ connection, error, onClose }: SignInEndedProps): ReactElement {
  const startSignIn = useStartSignIn();
  const isDraft = useIsDraft();
  const { connectionId, label, kind } = connection;
  const otherUser = error.code === 'OTHER_IDENTITY';
  // The same client ID and secret will be rejected again.
  const mustEdit = kind === 'amazon' && error.code === 'SIGN_IN_REJECTED';
  const other = otherUserTexts(error.details !== undefined);
  const again = (): void => {
    onClose();
    startSignIn({ connectionId, ...(otherUser ? { acceptUserId: error.details ?? null } : {}) });
  };
  return (
    <Modal
      visible
      header={otherUser ? other.header : connectionsText.notSignedInTitle(label)}
      closeAriaLabel={connectionsText.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {otherUser ? other.keep : connectionsText.close}
            </Button>
            {/* The last one is the likely way on. */}
            {mustEdit ? <Button onClick={again}>{connectionsText.tryAgain}</Button> : null}
            {kind === 'amazon' && !otherUser ? (
              <Button
                variant={mustEdit ? 'primary' : 'normal'}
                onClick={() => {
                  onClose();
                  goTo(
                    isDraft(connection) ? { screen: 'connect' } : { screen: 'editConnection', connectionId },
                  );
                }}
              >
                {connectionsText.editConnection}
              </Button>
            ) : null}
            {mustEdit ? null : (
              <Button variant="primary" onClick={again}>
                {otherUser ? other.accept : connectionsText.tryAgain}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {otherUser ? (
        <Alert type="warning">
          {error.message}
          <Box variant="p">{other.browserAgain}</Box>
        </Alert>
      ) : (
        <ErrorNotice header={connectionsText.signInFailed} error={error.toBody()} />
      )}
    </Modal>
  );
}
