import { accountKey } from '../../../shared/util/accountKey';
import type { Invitation } from '../../../shared/domain/invitation/invitation';
import { compareNames } from '../../../shared/text/formats';
import { listAccounts } from '../../access/accounts';
import type { InvitationFilter } from '../../access/invitations/invitationFilter';
import { requireAccount } from '../../access/accountAccess';
import type { Database } from '../../storage/database';
import type { ExportedAccount } from './invitationColumns';

/**
 * The accounts of a file, each once, by name: those requested, directly, by group or through a connection, or every one with a connection.
 * @throws CodedError NOT_FOUND when a connection doesn't reach a given account
 */
export function accountsOf(
  db: Database,
  filter: Pick<InvitationFilter, 'accounts' | 'connections' | 'groups'>,
  invitations: readonly Invitation[],
): ExportedAccount[] {
  const counts = new Map<string, number>();
  for (const invitation of invitations) {
    const key = keyOf(invitation);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const reachedAccounts = listAccounts(db, {});
  const named = filter.accounts?.map((ref) => keyOf(requireAccount(db, ref)));
  const reached =
    filter.connections &&
    reachedAccounts.filter(({ connectionId }) => filter.connections?.includes(connectionId));
  const grouped =
    filter.groups &&
    reachedAccounts.filter(({ group }) => group !== null && filter.groups?.includes(group.groupId));
  const wanted = [named, reached?.map(keyOf), grouped?.map(keyOf)].flatMap((keys) =>
    keys === undefined ? [] : [new Set(keys)],
  );
  const accounts = new Map<string, ExportedAccount>();
  for (const account of reachedAccounts) {
    const { realm, accountId, name, marketplaceId, group, invitationsAsOf, trouble } = account;
    const key = keyOf({ realm, accountId });
    if (!wanted.every((keys) => keys.has(key))) continue;
    const known = accounts.get(key);
    accounts.set(key, {
      realm,
      accountId,
      name,
      marketplaceId,
      group: group?.name ?? null,
      asOf: invitationsAsOf,
      // If any connection works, the account can be read.
      problem: known?.problem === null ? null : (trouble?.message ?? null),
      invitations: counts.get(key) ?? 0,
    });
  }
  return [...accounts.values()].sort((one, other) => compareNames(one.name, other.name));
}

export const keyOf = ({ realm, accountId }: { readonly realm: string; readonly accountId: string }): string =>
  accountKey({ realm, accountId });
