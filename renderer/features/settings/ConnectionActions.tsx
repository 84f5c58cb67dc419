import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import { useSignOut } from '../../queries/connections';
import { useStartSignIn } from '../../queries/signIn';
import { goTo } from '../../navigation/useRoute';

interface ConnectionActionsProps {
  readonly connection: Connection;
  readonly onRemove: () => void;
  readonly onSetup: () => void;
}

/** What can be done with one connection: the likely next step as a button, the rest in a menu. */
export function ConnectionActions({ connection, onRemove, onSetup }: ConnectionActionsProps): ReactElement {
  const { connectionId, label, kind, state } = connection;
  const startSignIn = useStartSignIn();
  const signOut = useSignOut();
  return (
    <span className="inline-row unbroken">
      {state === 'signedIn' ? (
        <Button
          wrapText={false}
          ariaLabel={`Sign out of ${label}`}
          onClick={() => {
            signOut(connectionId);
          }}
        >
          Sign out
        </Button>
      ) : (
        <Button
          wrapText={false}
          ariaLabel={`Sign in to ${label}`}
          onClick={() => {
            startSignIn({ connectionId });
          }}
        >
          Sign in
        </Button>
      )}
      <ButtonDropdown
        variant="icon"
        ariaLabel={`More actions for ${label}`}
        expandToViewport
        items={[
          // The sandbox's own entries are made by the app.
          ...(kind === 'amazon'
            ? [
                { id: 'edit', text: 'Edit' },
                { id: 'setup', text: 'Pass on the set-up' },
              ]
            : []),
          { id: 'remove', text: 'Remove' },
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
