import type { Account } from '../../../shared/domain/account/account';
import type { ColumnMapping, ImportOptions, ImportPreview } from '../../../shared/domain/batch/batchImport';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import type { Database } from '../../storage/database';
import { forEachInSlices } from '../forEachInSlices';
import { revisionOf } from '../reading';
import { readRowsInPieces } from '../rows';
import type { Table } from '../tables/request';
import { createAccountMatch } from '../accountMatch';
import type { KnownAccounts } from './accountTexts';
import { createDrafting } from './draft';
import { likelyMapping } from './mapping/likelyMapping';
import { refuseTooMany } from './furtherBatches';
import { createOddCharacters } from './oddCharacters';
import { createNameOf, type NameOf } from './personName';
import { findProblems, type AddedRow } from './problems';
import { leftOutNames, leftOutRows, viewOf, type TableView } from './mapping/tableView';
import { accountKey, accountRefKey } from '../../../shared/util/accountKey';

/** The rows that a table adds to a batch, and the notes about it. */
export interface TableDraft extends Pick<
  ImportPreview,
  | 'accounts'
  | 'duplicates'
  | 'leftOut'
  | 'storedAsNumbers'
  | 'problems'
  | 'counts'
  | 'severalPeople'
  | 'oddCharacters'
> {
  readonly added: readonly AddedRow[];
  /** How many rows the batch has already. */
  readonly present: number;
  /** Of the batch's last row; 0 if it has none. */
  readonly lastPosition: number;
}

/** How a table is read for a batch, besides its drafted rows. */
export interface TableReading extends Pick<ImportPreview, 'mapping'> {
  readonly view: TableView;
  readonly nameOf: NameOf;
  readonly questions: ImportPreview['questions'];
  readonly draft: TableDraft;
}

/**
 * Drafts a table for a batch and lets other work run in between. The latest draft is stored with the table, so adding what was
 * just reviewed doesn't draft it again.
 * @throws CodedError INVALID_INPUT when there would be more rows than can be added at once
 */
export type DraftTable = (
  batchId: string,
  table: Table,
  options: Partial<ImportOptions>,
) => Promise<TableReading>;

interface TableDraftsDeps {
  readonly db: Database;
  /** One per connection, preferred ones first. */
  readonly accounts: () => readonly Account[];
  readonly houseRules: () => HouseRules;
  /** ms since 1970. */
  readonly now: () => number;
}

export function createTableDrafts(deps: TableDraftsDeps): DraftTable {
  const { db, accounts, houseRules } = deps;
  const latest = new WeakMap<Table, { readonly madeOf: string; readonly draft: TableDraft }>();
  const views = new WeakMap<
    Table,
    { readonly headerRow: number | null | undefined; readonly view: TableView }
  >();

  const viewed = async (table: Table, headerRow: number | null | undefined): Promise<TableView> => {
    const before = views.get(table);
    if (before !== undefined && before.headerRow === headerRow) return before.view;
    const view = await viewOf(table, { headerRow });
    views.set(table, { headerRow, view });
    return view;
  };

  return async (batchId, table, options) => {
    const view = await viewed(table, options.headerRow);
    const all = accounts();
    const known = knownAccounts(all);
    const { mapping, questions } = likelyMapping(
      { db, table, view, isAccount: known.match.isExact },
      options,
    );
    const nameOf = createNameOf(mapping, view.headers);
    const { toAccounts, role, accounts: selected } = options;
    const house = houseRules();
    const madeOf = JSON.stringify([
      ...[batchId, revisionOf(db, batchId)],
      ...[view.headerRow, mapping, toAccounts, role, selected, all, house],
    ]);
    const isDoubtful = table.encodingDoubt?.mustAnswer === true && options.encoding === undefined;
    const allQuestions = [...(isDoubtful ? [{ kind: 'encoding' as const }] : []), ...questions];
    const reading = { view, mapping, nameOf, questions: allQuestions };
    const before = latest.get(table);
    if (before?.madeOf === madeOf) return { ...reading, draft: before.draft };
    const draft = await draftRows(deps, { batchId, table, options, known, house, ...reading });
    latest.set(table, { madeOf, draft });
    return { ...reading, draft };
  };
}

interface ToDraft extends Omit<TableReading, 'draft'> {
  readonly batchId: string;
  readonly table: Table;
  readonly options: Partial<ImportOptions>;
  readonly known: KnownAccounts;
  readonly house: HouseRules;
}

async function draftRows({ db, now }: TableDraftsDeps, from: ToDraft): Promise<TableDraft> {
  const { batchId, table, options, known, house, view, mapping, nameOf } = from;
  const times = options.toAccounts?.length ?? 1;
  refuseTooMany(view.rows.length * times, times);
  const present = await readRowsInPieces(db, batchId);
  const drafting = createDrafting({ ...options, mapping, nameOf }, known, present);
  const odd = createOddCharacters();
  const added: AddedRow[] = [];
  await forEachInSlices(view.rows, (row) => {
    odd.look(row);
    for (const cells of drafting.draft(row)) added.push({ cells, rowNumber: row.rowNumber });
  });
  return {
    added,
    present: present.length,
    ...(await findProblems(added, { db, present, house, at: now() })),
    accounts: drafting.accounts(),
    storedAsNumbers: doubtfulNumbers(table, mapping, drafting.accounts()),
    duplicates: drafting.duplicates(),
    severalPeople: drafting.severalPeople(),
    leftOut: [
      ...table.leftOut,
      ...view.leftOut,
      ...leftOutNames('hiddenColumns', unusedHidden(table, view, mapping)),
      ...leftOutRows('duplicates', drafting.duplicateRows(), drafting.duplicates()),
    ],
    oddCharacters: table.mended.concat(odd.found()),
    lastPosition: present.reduce((max, { position }) => Math.max(max, position), 0),
  };
}

/** The names of hidden columns with content that aren't mapped to any of ours. */
function unusedHidden({ hiddenColumns }: Table, { columns }: TableView, mapping: ColumnMapping): string[] {
  const used = new Set(Object.values(mapping).flat());
  return hiddenColumns.flatMap((index) => {
    const column = columns[index];
    return column === undefined || column.isEmpty || used.has(index) ? [] : [column.name];
  });
}

/** The relevant numbers: doubtful ones in mapped columns, and unknown account IDs. */
function doubtfulNumbers(
  { storedAsNumbers }: Table,
  mapping: ColumnMapping,
  accounts: TableDraft['accounts'],
): TableDraft['storedAsNumbers'] {
  const used = new Set(Object.values(mapping));
  const isUnknown = accounts.some(({ text, match }) => match === 'none' && /^\d+$/.test(text));
  return storedAsNumbers.filter(
    ({ column, doubt }) => used.has(column) && (doubt !== null || (column === mapping.account && isUnknown)),
  );
}

/** @param all one per connection */
function knownAccounts(all: readonly Account[]): KnownAccounts {
  const byRef = new Map(
    all.map(({ connectionId, accountId, realm, name, canInvite }) => [
      accountRefKey({ connectionId, accountId }),
      { name, place: accountKey({ realm, accountId }), isViewerOnly: canInvite === false },
    ]),
  );
  return {
    match: createAccountMatch(all),
    of: (account) => byRef.get(accountRefKey(account)),
  };
}
