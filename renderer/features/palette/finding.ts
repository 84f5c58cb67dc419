import type { Account, AccountRef } from '../../../shared/domain/account/account';
import { matchesSearch } from '../../../shared/text/searchText';

interface AccountSearch {
  /** In main's order: favorites, then recently opened, then by name. The answer keeps it. */
  readonly accounts: readonly Account[];
  readonly search: string;
  /** A connection's label, by its id. */
  readonly labelOf: (connectionId: string) => string;
  /** The account on screen: nobody who has typed nothing yet wants to go where they are. */
  readonly shown: AccountRef | null;
}

/** The accounts whose name, id or connection has what was typed. */
export function findAccounts({ accounts, search, labelOf, shown }: AccountSearch): readonly Account[] {
  if (search.trim() === '') return accounts.filter((account) => !isSame(account, shown));
  return accounts.filter(({ name, accountId, connectionId }) =>
    matchesSearch([name, accountId, labelOf(connectionId)].join('\n'), search),
  );
}

const isSame = (one: AccountRef, other: AccountRef | null): boolean =>
  one.connectionId === other?.connectionId && one.accountId === other.accountId;
