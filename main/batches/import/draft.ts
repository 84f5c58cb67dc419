import type { AccountRef } from '../../../shared/domain/account/account';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import type { ColumnMapping, ImportOptions, ImportPreview } from '../../../shared/domain/batch/batchImport';
import { isEmailAddress, mailboxKey } from '../../../shared/domain/invitation/person';
import { roleOfText } from '../../../shared/domain/batch/rules/roleWords';
import { createAccountTexts, type AccountText, type KnownAccounts } from './accountTexts';
import { createPeopleOfRow } from './peopleOfRow';
import type { NameOf } from './personName';
import { maxRowNumbers, type SourceRow } from './mapping/tableView';

/** The cells of a row that may be added, without those set on adding. */
export type DraftRow = Omit<BatchRowInput, 'rowId' | 'position'>;

export interface DraftOptions extends Pick<ImportOptions, 'accounts' | 'toAccounts' | 'role'> {
  readonly mapping: ColumnMapping;
  readonly nameOf: NameOf;
}

/** Turns source rows into drafts, one after another, and keeps count. */
export interface Drafting {
  /**
   * The drafts of a row: one for each person and each account of `toAccounts`, without those identical to another row. The rules
   * report those that invite the same person in another way.
   */
  readonly draft: (row: SourceRow) => readonly DraftRow[];
  readonly duplicates: () => number;
  /** The source rows of the first ones left out. */
  readonly duplicateRows: () => number[];
  readonly severalPeople: () => ImportPreview['severalPeople'];
  /** The account texts so far. */
  readonly accounts: () => AccountText[];
}

/** @param present the batch's rows, which aren't added again */
export function createDrafting(
  options: DraftOptions,
  known: KnownAccounts,
  present: readonly DraftRow[],
): Drafting {
  const { mapping, nameOf, role: otherRole = '', toAccounts } = options;
  const texts = createAccountTexts(options.accounts ?? [], known);
  const peopleOf = createPeopleOfRow(mapping, nameOf);
  const several = { rows: 0, people: 0, rowNumbers: [] as number[] };
  const isNew = createIsNew(known);
  let duplicates = 0;
  const duplicateRows: number[] = [];
  for (const row of present) isNew({ ...row, role: roleOfText(row.role) ?? row.role });

  return {
    draft({ cells: source, rowNumber }) {
      const cell = (column: 'account' | 'role' | 'note' | 'instances'): string => {
        const index = mapping[column];
        return index === null ? '' : (source[index] ?? '');
      };
      const people = peopleOf(source);
      if (people.length > 1) {
        several.rows += 1;
        several.people += people.length;
        if (several.rowNumbers.length < maxRowNumbers) several.rowNumbers.push(rowNumber);
      }
      const named = texts.look(cell('account'));
      const roleText = cell('role').trim() === '' ? otherRole : cell('role');
      const places =
        toAccounts === undefined
          ? [placed(named.match === 'similar' ? null : named.account, named.accountName, cell('account'))]
          : toAccounts.map((account) => placed(account, known.of(account)?.name ?? null, ''));
      const role = roleOfText(roleText) ?? roleText;
      const [note, instances] = [cell('note'), cell('instances')];
      const added: DraftRow[] = [];
      for (const { emailAddress, userName } of people) {
        for (const { account, accountText } of places) {
          // Listed one by one: spreading takes a third of the drafting time.
          const draft = { account, accountText, emailAddress, userName, role, note, instances };
          if (isNew(draft)) added.push(draft);
        }
      }
      const repeated = people.length * places.length - added.length;
      if (repeated > 0 && duplicateRows.length < maxRowNumbers) duplicateRows.push(rowNumber);
      duplicates += repeated;
      named.rows += toAccounts === undefined ? added.length : people.length;
      return added;
    },
    duplicates: () => duplicates,
    duplicateRows: () => duplicateRows,
    severalPeople: () => several,
    accounts: texts.all,
  };
}

/** Whether a row is new; only rows with an address can be compared. */
function createIsNew(known: KnownAccounts): (row: DraftRow) => boolean {
  const taken = new Set<string>();
  return (row) => {
    if (!isEmailAddress(row.emailAddress)) return true;
    const place = row.account === null ? undefined : known.of(row.account)?.place;
    const where = place ?? ` ${row.accountText.trim().toLowerCase()}`;
    const others = [row.userName, row.role, row.note, row.instances].map((cell) => cell.trim());
    const key = [where, mailboxKey(row.emailAddress), ...others].join('\0');
    const before = taken.size;
    return taken.add(key).size > before;
  };
}

const placed = (
  account: AccountRef | null,
  name: string | null,
  text: string,
): Pick<DraftRow, 'account' | 'accountText'> =>
  account === null
    ? { account: null, accountText: text }
    : { account, accountText: name ?? account.accountId };
