import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { ReactElement } from 'react';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { useSignOut } from '../../../queries/connections';
import { useStartSignIn } from '../../../queries/signIn';
import { goTo } from '../../../navigation/useRoute';
import { settingsText } from '../settingsText';

interface ConnectionActionsProps {
  readonly connection: Connection;
  readonly onRemove: () => void;
  readonly onSetup: () => void;
}

/** The actions for one connection: the likely next step as a button, the rest in a menu. */
export function ConnectionActions({ connection, onRemove, onSetup }: ConnectionActionsProps): ReactElement {
  const { connectionId, label, kind, state } = connection;
  const startSignIn = useStartSignIn();
  const signOut = useSignOut();
  return (
    <span className="inline-row unbroken">
      {state === 'signedIn' ? (
        <Button
          wrapText={false}
          ariaLabel={settingsText.signOutOf(label)}
          onClick={() => {
            signOut(connectionId);
          }}
        >
          {settingsText.signOut}
        </Button>
      ) : (
        <Button
          wrapText={false}
          ariaLabel={settingsText.signInTo(label)}
          onClick={() => {
            startSignIn({ connectionId });
          }}
        >
          {settingsText.signIn}
        </Button>
      )}
      <ButtonDropdown
        variant="icon"
        ariaLabel={settingsText.moreActions(label)}
        expandToViewport
        items={[
          // The sandbox's own entries are created by the app.
          ...(kind === 'amazon'
            ? [
                { id: 'edit', text: settingsText.edit },
                { id: 'setup', text: settingsText.passOnSetup },
              ]
            : []),
          { id: 'remove', text: settingsText.remove },
        ]}
        onItemClick={({ detail }) => {
          if (detail.id === 'remove') onRemove();
          else if (detail.id === 'setup') onSetup();
          else goTo({ screen: 'editConnection', connectionId });
        }}
      />
    </span>
  );
}
