import { accountKey } from '../../shared/util/accountKey';
import type { Account } from '../../shared/domain/account/account';
import { bareName, similarNames } from './import/similarNames';

/** The accounts that a text may mean: one for an ID or a name, those with similar names, or none. */
export interface AccountFound {
  readonly match: 'id' | 'name' | 'similar' | 'none';
  /** Each once, through the preferred connection; most similar first. */
  readonly accounts: readonly Account[];
}

/** Finds the account that a text of a file names, or those with similar names. */
export interface MatchAccount {
  (text: string): AccountFound;
  /** Whether a text is the ID or the name of an account. */
  readonly isExact: (text: string) => boolean;
}

/** How many different texts are compared with every name; more than that aren't mistyped accounts. */
const maxCompared = 500;

/** @param accounts one per connection, likelier ones first */
export function createAccountMatch(accounts: readonly Account[]): MatchAccount {
  const ordered = [...accounts].sort((one, other) => rank(one) - rank(other));
  const index = (keyOf: (account: Account) => string): ((key: string) => readonly Account[]) => {
    const groups = new Map<string, Account[]>();
    for (const account of ordered) {
      const key = keyOf(account);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [account]);
      else group.push(account);
    }
    return (key) => eachOnce(groups.get(key) ?? []);
  };
  const byId = index(({ accountId }) => plain(accountId));
  const byName = index(({ name }) => plain(name));
  const byBare = index(({ name }) => bareName(name));
  const names = similarNames(eachOnce(ordered));
  let compared = 0;

  const exact = (text: string): AccountFound | null => {
    const key = plain(text);
    if (key === '') return null;
    const [id, ...otherIds] = byId(key);
    if (id !== undefined && otherIds.length === 0) return { match: 'id', accounts: [id] };
    const named = byName(key);
    if (named.length === 1) return { match: 'name', accounts: named };
    // Several accounts have the name: a person decides.
    return named.length > 1 ? { match: 'similar', accounts: named.slice(0, maxCandidates) } : null;
  };
  const find = (text: string): AccountFound => {
    const found = exact(text);
    if (found !== null) return found;
    const bare = bareName(text);
    const same = bare === '' ? [] : byBare(bare);
    if (same.length > 0) return { match: 'similar', accounts: same.slice(0, maxCandidates) };
    if (bare === '' || compared === maxCompared) return { match: 'none', accounts: [] };
    compared += 1;
    const similar = names(bare).slice(0, maxCandidates);
    return { match: similar.length === 0 ? 'none' : 'similar', accounts: similar };
  };
  return Object.assign(find, {
    isExact: (text: string) => ['id', 'name'].includes(exact(text)?.match ?? ''),
  });
}

/** Nobody compares more than this at a glance; the list beside them has all. */
const maxCandidates = 5;

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** The first connection to each account. */
function eachOnce(accounts: readonly Account[]): Account[] {
  const seen = new Map<string, Account>();
  for (const account of accounts) {
    const key = accountKey(account);
    if (!seen.has(key)) seen.set(key, account);
  }
  return [...seen.values()];
}

/** First where inviting is possible, then unknown, last where it isn't. */
function rank({ reachable, canInvite }: Account): number {
  if (!reachable || canInvite === false) return 2;
  return canInvite === null ? 1 : 0;
}
