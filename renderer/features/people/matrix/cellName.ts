import type { MatrixAccount, MatrixCell } from '../../../../shared/domain/person/matrix';
import { cellText } from '../../../../shared/domain/person/matrixText';
import { memberScopeName } from '../../../../shared/domain/member/memberText';
import { timeOf } from '../../../components/text/formatTime';
import { matrixText } from './matrixText';

/** An account with the age of its members: what a column's heading says. */
export function accountColumnName({ accountName, membersAsOf }: MatrixAccount, now: number): string {
  const age = membersAsOf === null ? matrixText.neverRead : matrixText.membersAsOf(timeOf(membersAsOf, now));
  return `${accountName}, ${age}`;
}

/**
 * Everything a cell says: its own text, then kind of access and ages, or why nothing is known.
 * @param cell undefined: nothing is stored about the person in this account
 * @param now ms since 1970
 */
export function cellMeaning(account: MatrixAccount, cell: MatrixCell | undefined, now: number): string {
  const text = cellText(account, cell) || matrixText.notListed;
  const access = cell?.access ?? null;
  if (access !== null) return `${text}, ${accessDetails(access, now)}`;
  if (cell !== undefined && cell.pendingRole !== null) return text;
  return `${text}, ${absenceDetails(account, now)}`;
}

function accessDetails(
  { scope, roleAsOf, lastSeenAt }: NonNullable<MatrixCell['access']>,
  now: number,
): string {
  const listed = matrixText.asOf(timeOf(lastSeenAt, now));
  if (scope === 'inherited') return `${listed}, ${matrixText.roleNotShown}`;
  const age = roleAsOf === null ? matrixText.roleNotRead : matrixText.roleAsOf(timeOf(roleAsOf, now));
  return `${matrixText.access(memberScopeName(scope))}, ${listed}, ${age}`;
}

function absenceDetails({ membersAsOf, isInheritedUnknown }: MatrixAccount, now: number): string {
  if (membersAsOf === null) return matrixText.unread;
  const time = timeOf(membersAsOf, now);
  return isInheritedUnknown ? matrixText.inheritedUnknown(time) : matrixText.asOf(time);
}

/** How a cell looks: what is unknown differs from what isn't there. */
export type CellTone = 'admin' | 'member' | 'inherited' | 'pending' | 'unknown' | 'none';

export function toneOf(account: MatrixAccount, cell: MatrixCell | undefined): CellTone {
  const access = cell?.access ?? null;
  if (access === null) {
    if (cell !== undefined && cell.pendingRole !== null) return 'pending';
    return account.membersAsOf === null || account.isInheritedUnknown ? 'unknown' : 'none';
  }
  if (access.scope === 'inherited') return 'inherited';
  return access.role?.split(', ').includes('admin') === true ? 'admin' : 'member';
}
