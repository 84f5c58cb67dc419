import type { Account, AccountRef } from '../../../../shared/domain/account/account';
import type { Connection } from '../../../../shared/domain/connection/connection';
import type { CellValue } from './cells';
import { groupBy } from './groupBy';

/** Finds the account that a text names, within one list of accounts. */
export interface AccountMatch {
  /** The value of an account cell in which this was typed. */
  readonly valueOf: (text: string) => CellValue;
  /** The account that this text means: the one with this ID or name, otherwise the only one that contains it. */
  readonly wanted: (text: string) => Account | null;
  /** The accounts with this ID or name, then those that contain the text, each with those that allow inviting first. */
  readonly search: (text: string, max: number) => readonly Account[];
  /** The cell's value once an account is selected. */
  readonly cellOf: (account: Account) => CellValue;
  /** What distinguishes an account from others of its name, and one connection to it from the others. */
  readonly detail: (account: Account) => string;
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** `accounts` are in main's order, likelier ones first. An account known through two connections is in it twice. */
export function accountMatch(
  accounts: readonly Account[],
  connections: readonly Pick<Connection, 'connectionId' | 'label'>[],
): AccountMatch {
  const usable = [...accounts].sort((one, other) => rank(one) - rank(other));
  const byId = groupBy(usable, ({ accountId }) => plain(accountId));
  const byName = groupBy(usable, ({ name }) => plain(name));
  const found = usable.map((account) => ({
    account,
    searchable: `${plain(account.name)}\n${plain(account.accountId)}`,
  }));

  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));

  const named = (text: string): readonly Account[] => byId.get(plain(text)) ?? byName.get(plain(text)) ?? [];
  const search = (text: string, max: number): readonly Account[] => {
    const contained = plain(text);
    const matching = new Set(named(text).slice(0, max));
    for (const { account, searchable } of found) {
      if (matching.size === max) break;
      if (searchable.includes(contained)) matching.add(account);
    }
    return [...matching];
  };
  return {
    cellOf,
    search,
    valueOf(text) {
      const account = onlyOne(named(text));
      return account === null ? { text: text.trim(), account: null } : cellOf(account);
    },
    wanted: (text) => onlyOne(named(text)) ?? onlyOne(search(text, accounts.length)),
    detail({ connectionId, accountId, canInvite }) {
      const several = (byId.get(plain(accountId)) ?? []).length > 1;
      const through = several ? labels.get(connectionId) : undefined;
      return [
        accountId,
        ...(canInvite === false ? ['viewer only'] : []),
        ...(through === undefined ? [] : [through]),
      ].join(' · ');
    },
  };
}

/** Several accounts are for a person to distinguish; of several connections to one account the first is used. */
function onlyOne(accounts: readonly Account[]): Account | null {
  const [first] = accounts;
  const one = accounts.every(
    ({ realm, accountId }) => realm === first?.realm && accountId === first.accountId,
  );
  return first !== undefined && one ? first : null;
}

const refOf = ({ connectionId, accountId }: Account): AccountRef => ({ connectionId, accountId });

const cellOf = (account: Account): CellValue => ({ text: account.name, account: refOf(account) });

/** First where inviting is possible, then unknown, last where it isn't. */
function rank({ reachable, canInvite }: Account): number {
  if (!reachable || canInvite === false) return 2;
  return canInvite === null ? 1 : 0;
}
