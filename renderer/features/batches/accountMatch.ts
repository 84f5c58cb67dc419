import type { Account, AccountRef } from '../../../shared/domain/account';
import type { CellValue } from './cells';
import { groupedBy } from './groupedBy';

/** Finds the account that a text names; it belongs to one list of accounts. */
export interface AccountMatch {
  /** The value of an account's cell in which this was typed. */
  readonly valueOf: (text: string) => CellValue;
  /** The accounts that contain the text in name or id, those one can invite in first. */
  readonly search: (text: string, most: number) => readonly Account[];
  /** What the cell says once an account is chosen. */
  readonly chosen: (account: Account) => CellValue;
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** `accounts` come in main's order, the likelier ones first. An account known through two connections is in it twice. */
export function accountMatch(accounts: readonly Account[]): AccountMatch {
  const usable = [...accounts].sort((one, other) => rank(one) - rank(other));
  const byId = groupedBy(usable, ({ accountId }) => plain(accountId));
  const byName = groupedBy(usable, ({ name }) => plain(name));
  const found = usable.map((account) => ({
    account,
    words: `${plain(account.name)}\n${plain(account.accountId)}`,
  }));

  /** Several accounts of one name are for a person to tell apart; several ways into one are not. */
  const named = (text: string): Account | null => {
    const ways = byId.get(plain(text)) ?? byName.get(plain(text)) ?? [];
    const [first] = ways;
    const one = ways.every(({ realm, accountId }) => realm === first?.realm && accountId === first.accountId);
    return first !== undefined && one ? first : null;
  };
  return {
    chosen,
    valueOf(text) {
      const account = named(text);
      return account === null ? { text: text.trim(), account: null } : chosen(account);
    },
    search(text, most) {
      const wanted = plain(text);
      const matching: Account[] = [];
      for (const { account, words } of found) {
        if (matching.length === most) break;
        if (words.includes(wanted)) matching.push(account);
      }
      return matching;
    },
  };
}

const refOf = ({ connectionId, accountId }: Account): AccountRef => ({ connectionId, accountId });

const chosen = (account: Account): CellValue => ({ text: account.name, account: refOf(account) });

/** First where one can invite, then where nobody asked yet, last where one cannot. */
function rank({ reachable, canInvite }: Account): number {
  if (!reachable || canInvite === false) return 2;
  return canInvite === null ? 1 : 0;
}
