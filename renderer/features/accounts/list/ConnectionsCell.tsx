import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { ConnectionName } from '../../../components/names/ConnectionName';
import { linkTo } from '../../../navigation/useRoute';
import { refOf } from '../../../queries/accounts';
import { accountsText } from '../accountsText';
import type { AccountRow } from '../../../queries/accountRows';
import { CanInvite } from './CanInvite';

interface ConnectionsCellProps {
  readonly row: AccountRow;
  readonly connectionOf: (account: Account) => Connection | undefined;
}

/** The connections that reach an account: of several, each with what it may do, and a link that opens the account through it. */
export function ConnectionsCell({ row, connectionOf }: ConnectionsCellProps): ReactElement | null {
  const [first, ...others] = row.accesses;
  if (first === undefined) return null;
  if (others.length === 0) return <ConnectionName connection={connectionOf(first)} />;
  return (
    <ul className="account-connections" aria-label={accountsText.connectionsOf(row.name)}>
      {row.accesses.map((access) => {
        const connection = connectionOf(access);
        return (
          <li key={access.connectionId}>
            <Link
              {...linkTo({ screen: 'invitations', account: refOf(access) })}
              ariaLabel={accountsText.openThroughLabel(row.name, connection?.label ?? '')}
            >
              <ConnectionName connection={connection} />
            </Link>
            <CanInvite account={access} short />
          </li>
        );
      })}
    </ul>
  );
}
