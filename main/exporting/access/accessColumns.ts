import { marketplaceName } from '../../../shared/domain/account/account';
import { memberRoleName, memberScopeName } from '../../../shared/domain/member/memberText';
import type { MatrixAccount, MatrixCell } from '../../../shared/domain/person/matrix';
import { cellText } from '../../../shared/domain/person/matrixText';
import type { MemberPerson } from '../../../shared/domain/person/memberPerson';
import { timeValue, type Column } from '../table/column';

/** A user ID and what it has in the accounts of the file. */
export interface PersonAccess extends Pick<
  MemberPerson,
  'realm' | 'userId' | 'maskedEmail' | 'ledgerAddress'
> {
  /** By account ID. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

/** One line of a list: somebody in an account, or an account of which nobody is known. */
export interface AccessLine {
  readonly account: MatrixAccount;
  /** Null: the account's members were never read. */
  readonly person: PersonAccess | null;
}

/** One row for each user ID and account, with the age of everything. */
export const accessListColumns: readonly Column<AccessLine>[] = [
  { header: 'Listed as', value: ({ person }) => person?.maskedEmail ?? null, width: 30 },
  { header: 'Email', value: ({ person }) => person?.ledgerAddress?.address ?? null, width: 34 },
  { header: 'How certain the email is', value: ({ person }) => certaintyOf(person), width: 24 },
  { header: 'User ID', value: ({ person }) => person?.userId ?? null, width: 34 },
  { header: 'Account', value: ({ account }) => account.accountName, width: 28 },
  { header: 'Account ID', value: ({ account }) => account.accountId, width: 24 },
  { header: 'Group', value: ({ account }) => account.group?.name ?? null, width: 24 },
  { header: 'Marketplace', value: ({ account }) => marketplaceName(account.marketplaceId), width: 18 },
  { header: 'Access', value: accessName, width: 22 },
  { header: 'Role', value: roleName, width: 16 },
  { header: 'Role as of (UTC)', value: (line) => timeValue(accessOf(line)?.roleAsOf ?? null), width: 18 },
  { header: 'Listed as of (UTC)', value: (line) => timeValue(accessOf(line)?.lastSeenAt ?? null), width: 18 },
  { header: 'Pending invitation', value: pendingRole, width: 18 },
  {
    header: 'Members as of (UTC)',
    value: ({ account }) => timeValue(account.membersAsOf),
    width: 20,
  },
  { header: 'Realm', value: ({ account }) => account.realm, width: 10 },
];

const certaintyOf = (person: PersonAccess | null): string | null =>
  person?.ledgerAddress === undefined || person.ledgerAddress === null
    ? null
    : { certain: 'Certain', probable: 'Probable' }[person.ledgerAddress.confidence];

const cellOf = ({ account, person }: AccessLine): MatrixCell | undefined =>
  person?.cells.get(account.accountId);

const accessOf = (line: AccessLine): MatrixCell['access'] => cellOf(line)?.access ?? null;

function accessName(line: AccessLine): string {
  if (line.person === null) return 'Members were never read';
  const access = accessOf(line);
  return access === null ? 'Not listed' : memberScopeName(access.scope);
}

function roleName(line: AccessLine): string | null {
  const access = accessOf(line);
  if (access === null) return null;
  return access.scope === 'inherited' ? 'Not shown by Amazon' : memberRoleName(access.role);
}

function pendingRole(line: AccessLine): string | null {
  const role = cellOf(line)?.pendingRole ?? null;
  return role === null ? null : memberRoleName(role.toLowerCase());
}

/** A row of the matrix: somebody, or how old each column is. */
export type MatrixRow = { readonly person: PersonAccess } | { readonly ages: string };

/** One row for each user ID, with a column for each account. */
export function matrixColumns(accounts: readonly MatrixAccount[]): Column<MatrixRow>[] {
  const names = accounts.map(({ accountName }) => accountName);
  const isRepeated = (name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name);
  const of = (value: (person: PersonAccess) => string | number | null) => (row: MatrixRow) =>
    'person' in row ? value(row.person) : null;
  return [
    {
      header: 'Listed as',
      value: (row) => ('person' in row ? row.person.maskedEmail : row.ages),
      width: 30,
    },
    { header: 'Email', value: of(({ ledgerAddress }) => ledgerAddress?.address ?? null), width: 34 },
    { header: 'How certain the email is', value: of(certaintyOf), width: 24 },
    { header: 'User ID', value: of(({ userId }) => userId), width: 34 },
    { header: 'Realm', value: of(({ realm }) => realm), width: 10 },
    ...accounts.map((account): Column<MatrixRow> => ({
      header: isRepeated(account.accountName)
        ? `${account.accountName} (${account.accountId})`
        : account.accountName,
      value: (row) => ('person' in row ? cellOfMatrix(account, row.person) : timeValue(account.membersAsOf)),
      width: 18,
    })),
  ];
}

/** A user ID of another realm can't be in the account, whatever its ID. */
const cellOfMatrix = (account: MatrixAccount, person: PersonAccess): string | null =>
  account.realm === person.realm ? cellText(account, person.cells.get(account.accountId)) : null;

/** The accounts of the file, with the ages of their lists. */
export const accessAccountColumns: readonly Column<MatrixAccount>[] = [
  { header: 'Account', value: ({ accountName }) => accountName, width: 28 },
  { header: 'Account ID', value: ({ accountId }) => accountId, width: 24 },
  { header: 'Group', value: ({ group }) => group?.name ?? null, width: 24 },
  { header: 'Marketplace', value: ({ marketplaceId }) => marketplaceName(marketplaceId), width: 18 },
  { header: 'Members as of (UTC)', value: ({ membersAsOf }) => timeValue(membersAsOf), width: 20 },
  {
    header: 'What isn’t known',
    value: ({ membersAsOf, isInheritedUnknown }) =>
      membersAsOf === null
        ? 'Its members were never read'
        : isInheritedUnknown
          ? 'Access through a manager account'
          : null,
    width: 36,
  },
  { header: 'Realm', value: ({ realm }) => realm, width: 10 },
];
