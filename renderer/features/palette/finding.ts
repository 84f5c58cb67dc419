import type { Account, AccountRef } from '../../../shared/domain/account/account';
import { matchesSearch } from '../../../shared/text/searchText';

interface AccountSearch {
  /** In main's order: favorites, then recently opened, then by name. The result keeps it. */
  readonly accounts: readonly Account[];
  readonly search: string;
  /** A connection's label, by its ID. */
  readonly labelOf: (connectionId: string) => string;
  /** The account on screen, which isn't offered before anything is typed. */
  readonly shown: AccountRef | null;
}

/** The accounts whose name, ID, connection, group or tags match the search. */
export function findAccounts({ accounts, search, labelOf, shown }: AccountSearch): readonly Account[] {
  if (search.trim() === '') return accounts.filter((account) => !isSame(account, shown));
  return accounts.filter(({ name, accountId, connectionId, group, tags }) =>
    matchesSearch([name, accountId, labelOf(connectionId), group?.name ?? '', ...tags].join('\n'), search),
  );
}

const isSame = (one: AccountRef, other: AccountRef | null): boolean =>
  one.connectionId === other?.connectionId && one.accountId === other.accountId;
