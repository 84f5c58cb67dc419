import { role as knownRole } from '../../../shared/domain/invitation/role';
import { renderCreate, renderUpdate } from '../../amazonAds/invitations/invitationChanges';
import { renderRemoval, renderRoleChange } from '../../amazonAds/users/userChanges';
import type { NewOperation, NewRequest } from '../journal/append';

/** The call that makes these changes, all of one kind, of one account and, for role changes, to one role: its name and its bytes. */
export function bodyOf(operations: readonly NewOperation[]): Pick<NewRequest, 'operation' | 'body'> {
  const [first] = operations;
  if (first === undefined) throw new Error('A call changes something.');
  const { kind, notify, role } = first;
  switch (kind) {
    case 'create': {
      const invitees = operations.map((each) => ({ ...each, role: knownRole.parse(each.role) }));
      return { operation: 'CreateUserInvitations', body: renderCreate(invitees, notify) };
    }
    case 'revoke':
    case 'resend': {
      const ids = operations.flatMap(({ invitationId }) => invitationId ?? []);
      return {
        operation: 'UpdateUserInvitations',
        body: renderUpdate(ids, kind === 'revoke' ? 'REVOKED' : 'RESENT', notify),
      };
    }
    case 'setRole':
      return {
        operation: 'UpdateUserPermissions',
        body: renderRoleChange(userIdsOf(operations), knownRole.parse(role)),
      };
    case 'removeMember':
      return { operation: 'DeleteUserPermissions', body: renderRemoval(userIdsOf(operations)) };
  }
}

const userIdsOf = (operations: readonly NewOperation[]): string[] =>
  operations.flatMap(({ userId }) => userId ?? []);
