import type { AccountRef } from '../../../shared/domain/account/account';
import type { ImportOptions, ImportPreview } from '../../../shared/domain/batch/batchImport';
import type { AccountFound, MatchAccount } from '../accountMatch';

/** What one text of the account column stands for, and in how many rows to add. */
export type AccountText = ImportPreview['accounts'][number];

/** What is known of accounts. */
export interface KnownAccounts {
  readonly match: MatchAccount;
  /** What an account is called and where it is (the same for all ways into it); undefined where it is not known. */
  readonly of: (
    account: AccountRef,
  ) => { readonly name: string; readonly place: string; readonly isViewerOnly: boolean } | undefined;
}

/**
 * Collects what an account column says.
 * @param selected what a person said that texts stand for
 */
export function createAccountTexts(
  selected: NonNullable<ImportOptions['accounts']>,
  known: KnownAccounts,
): {
  /** What a cell stands for. Whoever asks counts its rows. */
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
  // Of several a person selects one.
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
