import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Connection, Identity } from '../../../shared/domain/connection/connection';
import { useSignOut } from '../../queries/connections';
import { useConfirmIdentity } from '../../queries/signIn';
import { questionTexts } from './signInText';

interface SignInQuestionProps {
  readonly connection: Connection;
  readonly identity: Identity;
}

/** Whether the Amazon user who has just signed in is the person at this computer. */
export function SignInQuestion({ connection, identity }: SignInQuestionProps): ReactElement {
  const confirm = useConfirmIdentity();
  const signOut = useSignOut();
  const { connectionId, label } = connection;
  const { userId, name, email } = identity;
  const no = (): void => {
    signOut(connectionId);
  };
  return (
    <Modal
      visible
      header={questionTexts.header}
      closeAriaLabel={questionTexts.no}
      onDismiss={({ detail }) => {
        // A click beside the dialog isn't an answer.
        if (detail.reason !== 'overlay') no();
      }}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={no}>
              {questionTexts.no}
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                confirm({ connectionId, userId });
              }}
            >
              {questionTexts.yes}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <Box variant="p">{questionTexts.signedIn(label)}</Box>
        <div>
          <Box fontWeight="bold">
            <bdi>{name ?? email ?? userId}</bdi>
          </Box>
          {name === undefined || email === undefined ? null : (
            <Box color="text-body-secondary">
              <bdi>{email}</bdi>
            </Box>
          )}
        </div>
        <Box variant="p">{questionTexts.consequence}</Box>
      </SpaceBetween>
    </Modal>
  );
}
