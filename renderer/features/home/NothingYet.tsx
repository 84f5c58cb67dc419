import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import { linkTo } from '../../navigation/useRoute';

interface NothingYetProps {
  /** How many accounts are known. */
  readonly accounts: number;
  readonly refreshing: boolean;
  readonly signedIn: boolean;
}

/** Why there are no figures yet, and what to do next. */
export function NothingYet({ accounts, refreshing, signedIn }: NothingYetProps): ReactElement {
  if (refreshing) {
    return (
      <Alert type="info" header="Reading your accounts">
        Amazon is being asked for your accounts and their invitations. The figures fill in as answers come.
      </Alert>
    );
  }
  if (!signedIn) {
    return (
      <Alert
        type="info"
        header="Nothing was read yet"
        action={<Button {...linkTo({ screen: 'settings' })}>Open Settings</Button>}
      >
        Sign in to a connection; then the app reads its accounts and their invitations.
      </Alert>
    );
  }
  return accounts === 0 ? (
    <Alert type="info" header="No accounts">
      Amazon names no Marketing Cloud account to the Amazon user who signed in. Ask for access, or sign in as
      another user, then refresh.
    </Alert>
  ) : (
    <Alert
      type="info"
      header="No invitations were read yet"
      action={<Button {...linkTo({ screen: 'accounts' })}>Open Accounts</Button>}
    >
      Refresh to read them. Where you are only a viewer, Amazon shows no invitations.
    </Alert>
  );
}
