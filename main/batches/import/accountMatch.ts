import type { Account } from '../../../shared/domain/account';
import type { ImportPreview } from '../../../shared/domain/batchImport';

type Match = ImportPreview['accounts'][number]['match'];

/** An account that a text may stand for. */
export interface AccountFound {
  readonly match: Exclude<Match, 'none' | 'chosen'>;
  readonly account: Account;
}

/** The account that a text of a file names, or is similar to the name of; null where there is none, or several. */
export type MatchAccount = (text: string) => AccountFound | null;

/** @param accounts one for each way in, the likelier ones first */
export function createAccountMatch(accounts: readonly Account[]): MatchAccount {
  const ordered = [...accounts].sort((one, other) => rank(one) - rank(other));
  const index = (keysOf: (account: Account) => readonly string[]): ((key: string) => Account | null) => {
    const groups = new Map<string, Account[]>();
    for (const account of ordered) {
      for (const key of new Set(keysOf(account))) {
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [account]);
        else group.push(account);
      }
    }
    return (key) => onlyOne(groups.get(key) ?? []);
  };
  const byId = index(({ accountId }) => [plain(accountId)]);
  const byName = index(({ name }) => [plain(name)]);
  const byBare = index(({ name }) => [bare(name)]);
  const byNeighbour = index(({ name }) => neighbours(bare(name)));
  const byWords = wordIndex(ordered);

  return (text) => {
    const key = plain(text);
    if (key === '') return null;
    const byItsId = byId(key);
    if (byItsId !== null) return { match: 'id', account: byItsId };
    const named = byName(key);
    if (named !== null) return { match: 'name', account: named };
    const name = bare(text);
    const similar = byBare(name) ?? onlyOne(found(neighbours(name), byNeighbour)) ?? onlyOne(byWords(name));
    return similar === null ? null : { match: 'similar', account: similar };
  };
}

const found = (keys: readonly string[], look: (key: string) => Account | null): Account[] =>
  keys.flatMap((key) => look(key) ?? []);

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** What companies write behind their names. */
const legalForms = new Set([
  'ag',
  'bv',
  'co',
  'corp',
  'gmbh',
  'inc',
  'kg',
  'limited',
  'llc',
  'ltd',
  'plc',
  'sa',
  'sarl',
  'srl',
]);

/** Words without accents, signs and legal forms. */
function bare(text: string): string {
  const words = text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const kept = words.filter((word) => !legalForms.has(word));
  return (kept.length === 0 ? words : kept).join(' ');
}

/** Shorter names have too many neighbours. */
const shortestSimilar = 4;

/** A name, and what is left of it without one character: two names one slip apart have one of these in common. */
function neighbours(name: string): string[] {
  if (name.length < shortestSimilar) return [];
  return [name, ...Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1))];
}

/** Finds the accounts whose words are all among a text's, or the other way round. */
function wordIndex(accounts: readonly Account[]): (name: string) => Account[] {
  const entries = accounts.map((account) => ({ account, words: new Set(bare(account.name).split(' ')) }));
  const byWord = new Map<string, typeof entries>();
  for (const entry of entries) {
    for (const word of entry.words) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
  }
  return (name) => {
    const words = new Set(name.split(' '));
    const length = (each: ReadonlySet<string>): number => [...each].join('').length;
    const candidates = new Set([...words].slice(0, 20).flatMap((word) => byWord.get(word) ?? []));
    return [...candidates]
      .filter(({ words: own }) => {
        const [fewer, more] = own.size < words.size ? [own, words] : [words, own];
        return length(fewer) >= shortestSimilar && [...fewer].every((word) => more.has(word));
      })
      .map(({ account }) => account);
  };
}

/** The first way, if all lead to one account. */
function onlyOne(ways: readonly Account[]): Account | null {
  const [first] = ways;
  if (first === undefined) return null;
  const one = ways.every(({ realm, accountId }) => realm === first.realm && accountId === first.accountId);
  return one ? first : null;
}

/** First where one can invite, then where nobody asked yet, last where one cannot. */
function rank({ reachable, canInvite }: Account): number {
  if (!reachable || canInvite === false) return 2;
  return canInvite === null ? 1 : 0;
}
