import { instanceAccessNames } from '../../../shared/domain/account/instanceText';
import { evidenceNames, stateNames } from '../../../shared/domain/invitation/invitationText';
import { stateSince, type Invitation } from '../../../shared/domain/invitation/invitation';
import { marketplaceName } from '../../../shared/domain/account/account';
import { roleName } from '../../../shared/domain/invitation/role';
import { timeValue as time, type Column } from '../table/column';

/** An account of the file. Times are ms since 1970. */
export interface ExportedAccount {
  readonly realm: string;
  readonly accountId: string;
  readonly name: string;
  readonly marketplaceId: string;
  /** Of the client; null: in none. */
  readonly group: string | null;
  /** When its invitations were last read in full; null = never. */
  readonly asOf: number | null;
  /** Why the latest reading failed, for people; null if it didn't. */
  readonly problem: string | null;
  /** How many of the file's invitations belong to it. */
  readonly invitations: number;
}

/** @param accountOf the invitation's account */
export const invitationColumns = (
  accountOf: (invitation: Invitation) => Pick<ExportedAccount, 'asOf' | 'group'> | undefined,
): readonly Column<Invitation>[] => [
  { header: 'Email', value: ({ emailAddress }) => emailAddress, width: 34 },
  { header: 'Person', value: ({ userName }) => userName, width: 24 },
  { header: 'Role', value: ({ role }) => roleName(role), width: 10 },
  { header: 'State', value: ({ state }) => stateNames[state], width: 16 },
  {
    header: 'How the state is known',
    value: ({ evidence }) => (evidence === null ? null : evidenceNames[evidence]),
    width: 32,
  },
  {
    header: 'Instances',
    value: ({ instanceAccess }) => (instanceAccess === null ? null : instanceAccessNames[instanceAccess]),
    width: 26,
  },
  { header: 'State since (UTC)', value: (invitation) => time(stateSince(invitation)), width: 18 },
  { header: 'Expires (UTC)', value: ({ expiresAt }) => time(expiresAt), width: 18 },
  { header: 'Created (UTC)', value: ({ createdAt }) => time(createdAt), width: 18 },
  { header: 'Invited by', value: ({ createdBy }) => createdBy, width: 28 },
  { header: 'Account', value: ({ accountName }) => accountName, width: 28 },
  { header: 'Account ID', value: ({ accountId }) => accountId, width: 24 },
  { header: 'Group', value: (invitation) => accountOf(invitation)?.group ?? null, width: 24 },
  { header: 'As of (UTC)', value: (invitation) => time(accountOf(invitation)?.asOf ?? null), width: 18 },
  { header: 'Invitation ID', value: ({ invitationId }) => invitationId, width: 38 },
  { header: 'Realm', value: ({ realm }) => realm, width: 10 },
];

export const accountColumns: readonly Column<ExportedAccount>[] = [
  { header: 'Account', value: ({ name }) => name, width: 28 },
  { header: 'Account ID', value: ({ accountId }) => accountId, width: 24 },
  { header: 'Group', value: ({ group }) => group, width: 24 },
  { header: 'Marketplace', value: ({ marketplaceId }) => marketplaceName(marketplaceId), width: 18 },
  { header: 'Invitations in this file', value: ({ invitations }) => invitations, width: 22 },
  { header: 'As of (UTC)', value: ({ asOf }) => time(asOf), width: 18 },
  { header: 'Why it couldn’t be read since', value: ({ problem }) => problem, width: 60 },
  { header: 'Realm', value: ({ realm }) => realm, width: 10 },
];
