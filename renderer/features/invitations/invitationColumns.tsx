import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { AccountRef } from '../../../shared/domain/account';
import type { Invitation, InvitationState } from '../../../shared/domain/invitation';
import { roleName } from '../../../shared/domain/role';
import { Person } from '../../components/Person';
import { Day, Expiry } from '../../components/Times';
import { hrefOf } from '../../routes';
import { following } from '../../useRoute';

type Column = TableProps.ColumnDefinition<Invitation>;

const states: Record<InvitationState, { readonly type: StatusIndicatorProps.Type; readonly text: string }> = {
  pending: { type: 'pending', text: 'Pending' },
  accepted: { type: 'success', text: 'Accepted' },
  revoked: { type: 'stopped', text: 'Revoked' },
  lapsed: { type: 'stopped', text: 'Lapsed' },
  gone: { type: 'info', text: 'No longer listed' },
};

interface ColumnChoice {
  /** Where an invitation's account is looked at; null leaves the account's column out. */
  readonly accountOf: ((invitation: Invitation) => AccountRef | null) | null;
  readonly showState: boolean;
}

/** The columns, with `sortingField` where main can sort by it (the names are those of `invitations.list`). */
export function invitationColumns({ accountOf, showState }: ColumnChoice): readonly Column[] {
  return [
    ...(accountOf === null && !showState ? [nameColumn, addressColumn] : [personColumn]),
    ...(accountOf === null ? [] : [accountColumn(accountOf)]),
    { id: 'role', header: 'Role', sortingField: 'role', cell: ({ role }) => roleName(role) },
    { id: 'createdBy', header: 'Invited by', cell: ({ createdBy }) => createdBy || '–' },
    {
      id: 'createdAt',
      header: 'Created',
      sortingField: 'createdAt',
      cell: ({ createdAt }) => (createdAt === null ? '–' : <Day at={createdAt} />),
    },
    {
      id: 'expiresAt',
      // With a space that does not break: two lines for two short words make the whole header taller.
      header: 'Expires\u00a0in',
      sortingField: 'expiresAt',
      cell: ({ expiresAt, state }) =>
        expiresAt === null || state !== 'pending' ? '–' : <Expiry at={expiresAt} />,
    },
    ...(showState ? [stateColumn] : []),
  ];
}

const nameColumn: Column = {
  id: 'userName',
  header: 'Person',
  sortingField: 'userName',
  isRowHeader: true,
  cell: ({ userName }) => userName,
};

const addressColumn: Column = {
  id: 'emailAddress',
  header: 'E-mail',
  sortingField: 'emailAddress',
  cell: ({ emailAddress }) => emailAddress,
};

/** Both in one, where another column needs the room. */
const personColumn: Column = {
  ...nameColumn,
  cell: ({ userName, emailAddress }) => <Person userName={userName} emailAddress={emailAddress} />,
};

const stateColumn: Column = {
  id: 'state',
  header: 'State',

  cell: ({ state }) => (
    <StatusIndicator wrapText={false} type={states[state].type}>
      {states[state].text}
    </StatusIndicator>
  ),
};

function accountColumn(accountOf: (invitation: Invitation) => AccountRef | null): Column {
  return {
    id: 'account',
    header: 'Account',

    cell: (invitation) => {
      const account = accountOf(invitation);
      const name =
        account === null ? (
          invitation.accountName
        ) : (
          <Link
            href={hrefOf({ screen: 'invitations', account })}
            onFollow={following({ screen: 'invitations', account })}
          >
            {invitation.accountName}
          </Link>
        );
      return (
        <>
          {name}
          <Box variant="small" display="block">
            {invitation.accountId}
          </Box>
        </>
      );
    },
  };
}
