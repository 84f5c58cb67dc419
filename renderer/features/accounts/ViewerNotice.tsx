import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { refOf, useAccounts } from '../../queries/accounts';
import { useInstancesOf } from '../../queries/instances';
import { useConnections } from '../../queries/connections';
import { linkTo } from '../../navigation/useRoute';
import { adminAccessTo } from './adminAccess';
import { accountsText } from './accountsText';

interface ViewerNoticeProps {
  readonly account: Account;
  /** Where it is shown, and the screen to open through another connection. */
  readonly screen: 'invitations' | 'invite';
}

/** Why nothing can be changed here, and where it can, if another connection reaches the account. */
export function ViewerNotice({ account, screen }: ViewerNoticeProps): ReactElement {
  const { accounts = [] } = useAccounts();
  const connections = useConnections() ?? [];
  const admin = adminAccessTo(account, accounts, connections);
  const reached = useInstancesOf(refOf(account));
  const label = connections.find(({ connectionId }) => connectionId === admin?.connectionId)?.label;
  return (
    <Alert
      type="info"
      header={accountsText.viewerTitle}
      action={
        admin === null || label === undefined ? undefined : (
          <Button {...linkTo({ screen, account: refOf(admin) })}>{accountsText.openThrough(label)}</Button>
        )
      }
    >
      {[
        accountsText.adminsOnly,
        ...(screen === 'invitations' && account.invitationsAsOf !== null
          ? [accountsText.lastReadAsAdmin]
          : []),
        label === undefined ? accountsText.askAdmin : accountsText.adminThrough(label),
        ...(reached === undefined || reached.asOf === null ? [] : [accountsText.canOpen(reached)]),
      ].join(' ')}
    </Alert>
  );
}
