import type { AccountRef } from '../../../shared/domain/account';
import type { BatchColumn, BatchRowInput } from '../../../shared/domain/batch';
import type { ColumnMapping, ImportOptions, ImportPreview } from '../../../shared/domain/batchImport';
import { isEmailAddress, mailboxKey } from '../../../shared/domain/person';
import { roleOfText } from '../../../shared/rules/roleWords';
import type { MatchAccount } from './accountMatch';
import { maxRowNumbers, type SourceRow } from './tableView';

/** The cells of a row that may be added; without those that adding gives it. */
export type DraftRow = Omit<BatchRowInput, 'rowId' | 'position'>;

/** What is known of accounts. */
export interface KnownAccounts {
  readonly match: MatchAccount;
  /** What an account is called and where it is (the same for all ways into it); undefined where it is not known. */
  readonly of: (account: AccountRef) => { readonly name: string; readonly place: string } | undefined;
}

export interface DraftOptions extends Pick<ImportOptions, 'accounts' | 'toAccounts' | 'role'> {
  readonly mapping: ColumnMapping;
}

type AccountText = ImportPreview['accounts'][number];

/** Makes drafts of source rows, one after another, and keeps count. */
export interface Drafting {
  /**
   * The drafts of a row: one, or one for each account of `toAccounts`; without those that agree with another row in all
   * cells. The rules tell of those that invite the same person in another way.
   * @returns `cells` is the row as it is before accounts were multiplied, for looking at its problems
   */
  readonly draft: (row: SourceRow) => { readonly cells: DraftRow; readonly added: readonly DraftRow[] };
  readonly duplicates: () => number;
  /** The source rows of the first ones left out. */
  readonly duplicateRows: () => number[];
  /** What the account column says so far. */
  readonly accounts: () => AccountText[];
}

/** @param present the batch's rows, which are not added a second time */
export function createDrafting(
  options: DraftOptions,
  known: KnownAccounts,
  present: readonly DraftRow[],
): Drafting {
  const { mapping, role: otherRole = '', toAccounts } = options;
  const chosen = new Map(options.accounts?.map(({ text, account }) => [text, account]));
  const texts = new Map<string, AccountText>();
  const taken = new Set<string>();
  let duplicates = 0;
  const duplicateRows: number[] = [];

  const accountOf = (text: string): AccountText => {
    const before = texts.get(text);
    if (before !== undefined) {
      before.rows += 1;
      return before;
    }
    const found = resolve(text, chosen, known);
    texts.set(text, found);
    return found;
  };
  /** Whether the row is new; only rows with an address can be told from each other. */
  const isNew = (row: DraftRow): boolean => {
    if (!isEmailAddress(row.emailAddress)) return true;
    const place = row.account === null ? undefined : known.of(row.account)?.place;
    const key = [
      place ?? ` ${row.accountText.trim().toLowerCase()}`,
      mailboxKey(row.emailAddress),
      row.userName.trim(),
      row.role.trim(),
      row.note.trim(),
    ].join('\0');
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  };
  for (const row of present) isNew({ ...row, role: roleOfText(row.role) ?? row.role });

  return {
    draft({ cells: source, rowNumber }) {
      const cell = (column: BatchColumn): string => {
        const index = mapping[column];
        return index === null ? '' : (source[index] ?? '');
      };
      const own = accountOf(cell('account').trim());
      const said = cell('role').trim() === '' ? otherRole : cell('role');
      const cells: DraftRow = {
        ...placed(own.match === 'similar' ? null : own.account, own.accountName, cell('account')),
        emailAddress: cell('emailAddress'),
        userName: cell('userName'),
        role: roleOfText(said) ?? said,
        note: cell('note'),
      };
      const all =
        toAccounts === undefined
          ? [cells]
          : toAccounts.map((account) => ({
              ...cells,
              ...placed(account, known.of(account)?.name ?? null, ''),
            }));
      const added = all.filter(isNew);
      if (added.length < all.length && duplicateRows.length < maxRowNumbers) duplicateRows.push(rowNumber);
      duplicates += all.length - added.length;
      return { cells: all[0] ?? cells, added };
    },
    duplicates: () => duplicates,
    duplicateRows: () => duplicateRows,
    accounts: () => [...texts.values()],
  };
}

function resolve(
  text: string,
  chosen: ReadonlyMap<string, AccountRef | null>,
  known: KnownAccounts,
): AccountText {
  const said = chosen.get(text);
  if (said !== undefined) {
    const accountName = said === null ? null : (known.of(said)?.name ?? null);
    return { text, rows: 1, match: said === null ? 'none' : 'chosen', account: said, accountName };
  }
  const found = known.match(text);
  if (found === null) return { text, rows: 1, match: 'none', account: null, accountName: null };
  const { connectionId, accountId, name } = found.account;
  return { text, rows: 1, match: found.match, account: { connectionId, accountId }, accountName: name };
}

const placed = (
  account: AccountRef | null,
  name: string | null,
  text: string,
): Pick<DraftRow, 'account' | 'accountText'> =>
  account === null
    ? { account: null, accountText: text }
    : { account, accountText: name ?? account.accountId };
