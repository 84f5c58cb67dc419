import type { Account } from '../../../shared/domain/account';
import { mostRows } from '../../../shared/domain/batch';
import type { ColumnMapping, ImportOptions, ImportPreview } from '../../../shared/domain/batchImport';
import { formatNumber } from '../../../shared/formats';
import type { Database } from '../../storage/database';
import { inSlices } from '../inSlices';
import { revisionOf } from '../reading';
import { readRowsInPieces } from '../rows';
import type { Table } from '../tables/request';
import { notTaken } from '../tables/troubles';
import { createAccountMatch } from './accountMatch';
import { createDrafting, type DraftRow, type KnownAccounts } from './draft';
import { guessMapping } from './headers';
import { createProblems } from './problems';
import { recallMapping } from './rememberedMapping';
import { createOddCharacters, leftOutRows, viewOf, type TableView } from './tableView';

/** The rows that a table adds to a batch, and what there is to say of it before. */
export interface TableDraft extends Pick<
  ImportPreview,
  'mapping' | 'accounts' | 'duplicates' | 'leftOut' | 'problems' | 'oddCharacters'
> {
  readonly view: TableView;
  readonly added: readonly { readonly cells: DraftRow; readonly rowNumber: number }[];
  /** Of the batch's last row; 0 where it has none. */
  readonly lastPosition: number;
}

/**
 * Drafts a table for a batch; everything else has its turn in between. What was drafted last is kept with the table: who
 * adds what they reviewed does not wait for it again.
 * @throws CodedError INVALID_INPUT when there would be more rows than a batch holds
 */
export type DraftTable = (
  batchId: string,
  table: Table,
  options: Partial<ImportOptions>,
) => Promise<TableDraft>;

interface TableDraftsDeps {
  readonly db: Database;
  /** One for each way in, the ones to prefer first. */
  readonly accounts: () => readonly Account[];
}

export function createTableDrafts({ db, accounts }: TableDraftsDeps): DraftTable {
  const latest = new WeakMap<Table, { readonly madeOf: string; readonly draft: TableDraft }>();

  return async (batchId, table, options) => {
    const view = viewOf(table, options);
    const all = accounts();
    const known = knownAccounts(all);
    const mapping = options.mapping ?? likelyMapping(db, view, known);
    const { toAccounts, role, accounts: chosen } = options;
    const madeOf = JSON.stringify([
      ...[batchId, revisionOf(db, batchId)],
      ...[view.headerRow, mapping, toAccounts, role, chosen, all],
    ]);
    const before = latest.get(table);
    if (before?.madeOf === madeOf) return before.draft;

    const times = toAccounts?.length ?? 1;
    refuseTooMany(view.rows.length * times, 0, times);
    const present = await readRowsInPieces(db, batchId);
    const drafting = createDrafting({ ...options, mapping }, known, present);
    const problems = createProblems();
    const odd = createOddCharacters();
    const added: { cells: DraftRow; rowNumber: number }[] = [];
    await inSlices(view.rows, (row) => {
      const { rowNumber } = row;
      const drafted = drafting.draft(row);
      problems.look(drafted.cells, rowNumber);
      odd.look(row);
      for (const cells of drafted.added) added.push({ cells, rowNumber });
    });
    refuseTooMany(added.length, present.length, times);
    const draft = {
      ...{ view, mapping, added },
      accounts: drafting.accounts(),
      duplicates: drafting.duplicates(),
      leftOut: [
        ...table.leftOut,
        ...view.leftOut,
        ...leftOutRows('duplicates', drafting.duplicateRows(), drafting.duplicates()),
      ],
      problems: problems.found(),
      oddCharacters: table.mended.concat(odd.found()),
      lastPosition: present.reduce((most, { position }) => Math.max(most, position), 0),
    };
    latest.set(table, { madeOf, draft });
    return draft;
  };
}

/** As it was mapped the last time, or by what the columns are called and hold. */
const likelyMapping = (db: Database, view: TableView, known: KnownAccounts): ColumnMapping =>
  (view.headerRow !== null ? recallMapping(db, view.headers) : null) ??
  guessMapping(
    view.headers,
    view.rows.map(({ cells }) => cells),
    (text) => ['id', 'name'].includes(known.match(text)?.match ?? ''),
  );

/** @param all one for each way in */
function knownAccounts(all: readonly Account[]): KnownAccounts {
  const keyOf = (connectionId: string, accountId: string): string => `${connectionId}\n${accountId}`;
  const byRef = new Map(
    all.map(({ connectionId, accountId, realm, name }) => [
      keyOf(connectionId, accountId),
      { name, place: `${realm}\n${accountId}` },
    ]),
  );
  return {
    match: createAccountMatch(all),
    of: ({ connectionId, accountId }) => byRef.get(keyOf(connectionId, accountId)),
  };
}

function refuseTooMany(added: number, present: number, times: number): void {
  const wouldBe = added + present;
  if (wouldBe <= mostRows) return;
  throw notTaken(
    `A batch holds at most ${formatNumber(mostRows)} rows, and this would make it ${formatNumber(wouldBe)}. ${times > 1 ? 'Choose fewer accounts' : 'Split the file'}, or use a second batch.`,
  );
}
