import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';

/** Why an account shows no invitations and offers no actions. */
export function ViewerNotice(): ReactElement {
  return (
    <Alert type="info" header="You are a viewer here">
      Amazon lets only admins of an account see and change its invitations. Ask an admin of this account to
      invite people, or to make you an admin.
    </Alert>
  );
}
