import type { Account, AccountRef } from '../../../shared/domain/account/account';
import { matchesSearch } from '../../../shared/text/searchText';
import type { AccountRow } from '../../queries/accountRows';

interface AccountSearch {
  /** In main's order: favorites, then recently opened, then by name. The result keeps it. */
  readonly accounts: readonly AccountRow[];
  readonly search: string;
  /** A connection's label, by its ID. */
  readonly labelOf: (connectionId: string) => string;
  /** The account on screen, which isn't offered before anything is typed. */
  readonly shown: AccountRef | null;
}

/** An account that was found, and the connection it is opened through: the best one that matches. */
export interface FoundAccount {
  readonly account: AccountRow;
  readonly access: Account;
}

/** The accounts whose name, ID, connections, group or tags match the search, each once. */
export function findAccounts({ accounts, search, labelOf, shown }: AccountSearch): readonly FoundAccount[] {
  const isSought = ({ name, accountId, connectionId, group, tags }: Account): boolean =>
    matchesSearch([name, accountId, labelOf(connectionId), group?.name ?? '', ...tags].join('\n'), search);
  const isTyped = search.trim() !== '';
  return accounts.flatMap((account) => {
    const { accesses } = account;
    if (!isTyped && accesses.some((access) => isSame(access, shown))) return [];
    const access = accesses.find(isSought);
    return access === undefined ? [] : [{ account, access }];
  });
}

const isSame = (one: AccountRef, other: AccountRef | null): boolean =>
  one.connectionId === other?.connectionId && one.accountId === other.accountId;
