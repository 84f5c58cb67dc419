import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import { isMemberKind, type Operation, type OperationKind } from '../../../shared/domain/outbox/operation';
import { roleName } from '../../../shared/domain/invitation/role';
import { Person } from '../../components/names/Person';
import { resultsText } from './resultsText';

type Column = TableProps.ColumnDefinition<Operation>;

const changeNames: Record<OperationKind, (operation: Operation) => string> = {
  create: ({ role }) => resultsText.inviteAs(roleName(role).toLowerCase()),
  revoke: () => 'Revoke',
  resend: () => 'Resend',
  setRole: ({ role, roleBefore }) =>
    resultsText.changeRoleTo(
      roleName(role).toLowerCase(),
      roleBefore === null ? null : roleName(roleBefore).toLowerCase(),
    ),
  removeMember: () => resultsText.removeMember,
};

/** What an operation requests: "Invite as viewer". */
export const changeName = (operation: Operation): string => changeNames[operation.kind](operation);

export const personColumn: Column = {
  id: 'person',
  header: resultsText.person,
  isRowHeader: true,
  cell: ({ userName, emailAddress, userId }) => (
    <Person userName={userName} emailAddress={emailAddress} userId={userId} />
  ),
};

export const accountColumn: Column = {
  id: 'account',
  header: resultsText.account,
  cell: ({ accountName, accountId }) => (
    <div className="name-cell">
      {accountName}
      <Box variant="small" display="block">
        {accountId}
      </Box>
    </div>
  ),
};

export const changeColumn: Column = {
  id: 'change',
  header: resultsText.change,
  cell: (operation) => (
    <span className="unbroken">
      {changeName(operation)}
      {operation.kind === 'revoke' || isMemberKind(operation.kind) ? null : (
        <Box variant="small" display="block">
          {operation.notify ? 'with email' : 'without email'}
        </Box>
      )}
    </span>
  ),
};
