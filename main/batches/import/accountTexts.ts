import type { AccountRef } from '../../../shared/domain/account/account';
import type { ImportOptions, ImportPreview } from '../../../shared/domain/batch/batchImport';
import type { AccountFound, MatchAccount } from '../accountMatch';

/** What one text of the account column means, and how many rows to add it is in. */
export type AccountText = ImportPreview['accounts'][number];

/** What is known of accounts. */
export interface KnownAccounts {
  readonly match: MatchAccount;
  /** The name and location of an account (the same for all connections to it); undefined if it isn't known. */
  readonly of: (
    account: AccountRef,
  ) => { readonly name: string; readonly place: string; readonly isViewerOnly: boolean } | undefined;
}

/**
 * Collects the texts of an account column.
 * @param selected the accounts that a person selected for texts
 */
export function createAccountTexts(
  selected: NonNullable<ImportOptions['accounts']>,
  known: KnownAccounts,
): {
  /** What a cell means. The caller counts its rows. */
  readonly look: (cell: string) => AccountText;
  readonly all: () => AccountText[];
} {
  const selections = new Map(selected.map(({ text, account }) => [text, account]));
  const texts = new Map<string, AccountText>();
  return {
    look(cell) {
      const text = cell.trim();
      const before = texts.get(text);
      if (before !== undefined) return before;
      const found = { ...resolve(text, selections, known), text, rows: 0 };
      texts.set(text, found);
      return found;
    },
    all: () => [...texts.values()],
  };
}

type Resolved = Omit<AccountText, 'text' | 'rows'>;

function resolve(
  text: string,
  selections: ReadonlyMap<string, AccountRef | null>,
  known: KnownAccounts,
): Resolved {
  const found = known.match(text);
  const candidates = found.match === 'similar' ? found.accounts.map(candidateOf) : [];
  const selected = selections.get(text);
  if (selected !== undefined) {
    const account = selected === null ? undefined : known.of(selected);
    return {
      match: selected === null ? 'none' : 'chosen',
      account: selected,
      accountName: account?.name ?? null,
      candidates,
      isViewerOnly: account?.isViewerOnly === true,
    };
  }
  // If there are several, a person selects one.
  const only = found.accounts.length === 1 ? found.accounts[0] : undefined;
  const account = only === undefined ? null : candidateOf(only).account;
  return {
    match: found.match,
    account,
    accountName: only?.name ?? null,
    candidates,
    isViewerOnly: account !== null && known.of(account)?.isViewerOnly === true,
  };
}

const candidateOf = ({
  connectionId,
  accountId,
  name,
}: AccountFound['accounts'][number]): AccountText['candidates'][number] => ({
  account: { connectionId, accountId },
  accountName: name,
});
