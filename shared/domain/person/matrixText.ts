import { memberRoleName } from '../member/memberText';
import type { MatrixAccess, MatrixAccount, MatrixCell } from './matrix';

/** What people read in cells of the matrix and of its exports. */
const matrixCellText = {
  inherited: 'Inherited',
  roleUnknown: 'Role unknown',
  alsoInherited: (roles: string) => `${roles}, inherited`,
  pending: (roles: string) => `Pending ${roles.toLowerCase()}`,
  both: (access: string, pending: string) => `${access}; ${pending.toLowerCase()}`,
  notRead: 'Not read',
  inheritedUnknown: 'Inherited unknown',
  notListed: '',
};

/**
 * What a cell says, in a few words. Empty only where the account's lists are known and don't have the person.
 * @param cell undefined: nothing is stored about the person in this account
 */
export function cellText(
  account: Pick<MatrixAccount, 'membersAsOf' | 'isInheritedUnknown'>,
  cell: Pick<MatrixCell, 'access' | 'pendingRole'> | undefined,
): string {
  const access = cell?.access ?? null;
  const pending =
    cell === undefined || cell.pendingRole === null
      ? null
      : matrixCellText.pending(memberRoleName(cell.pendingRole.toLowerCase()));
  if (access !== null) {
    const text = accessText(access);
    return pending === null ? text : matrixCellText.both(text, pending);
  }
  if (pending !== null) return pending;
  if (account.membersAsOf === null) return matrixCellText.notRead;
  return account.isInheritedUnknown ? matrixCellText.inheritedUnknown : matrixCellText.notListed;
}

/** Amazon tells no role of access that is only inherited, which doesn't mean that there is none. */
function accessText({ scope, role }: MatrixAccess): string {
  if (scope === 'inherited') return matrixCellText.inherited;
  const roles = role === null ? matrixCellText.roleUnknown : memberRoleName(role);
  return scope === 'both' ? matrixCellText.alsoInherited(roles) : roles;
}
