import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Account } from '../../../shared/domain/account/account';
import type { Batch } from '../../../shared/domain/batch/batch';
import type { ImportOptions, ImportPreview, ImportQuestion } from '../../../shared/domain/batch/batchImport';
import type { CodedError } from '../../../shared/errors';
import { pluralize } from '../../../shared/text/pluralize';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import type { Database } from '../../storage/database';
import { forEachInSlices } from '../forEachInSlices';
import { batchNames } from '../reading';
import type { NewRow } from '../rows';
import type { ReadOptions, Table, TableSource } from '../tables/request';
import { notTaken } from '../tables/troubles';
import { addToBatches, type ImportedBatches } from './addToBatches';
import { areSeen, furtherBatches, roomIn } from './furtherBatches';
import { importPreview } from './importPreview';
import { createOpenImports } from './opening/openImports';
import { refuseTooLong } from './problems';
import { rememberMapping } from './mapping/rememberedMapping';
import { createTableDrafts, type TableDraft } from './tableDrafts';
import { importErrorText } from './importErrorText';

export interface ImportsDeps {
  readonly db: Database;
  readonly batches: ImportedBatches;
  /** One per connection, preferred ones first. */
  readonly accounts: () => readonly Account[];
  /** The organization's current rules. */
  readonly houseRules: () => HouseRules;
  /** Reads a table in another process. Rejects with a CodedError. */
  readonly readTable: (source: TableSource, options: ReadOptions) => Promise<Table>;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Files and texts being imported into batches. Each batch has at most one open at a time; nothing is added before `add`. */
export interface Imports {
  /** Reads it. What the batch had open before is closed, unless this can't be read. */
  open(batchId: string, source: TableSource): Promise<ImportPreview>;
  /** @throws CodedError NOT_FOUND when it isn't open; INVALID_INPUT when it can't be read like this */
  preview(batchId: string, options: ImportOptions): Promise<ImportPreview>;
  /**
   * Adds its rows, those that don't fit to further batches, and closes it. After a failure it is still open, nothing was added
   * and no batch was created.
   * @throws CodedError INVALID_INPUT if the further batches differ from those in `options`
   */
  add(batchId: string, options: ImportOptions): Promise<AddedImport>;
  close(importId: string): void;
}

interface AddedImport {
  readonly batch: Batch;
  /** Rows across all batches. */
  readonly added: number;
  readonly duplicates: number;
  /** Those created for rows that didn't fit into the batch. */
  readonly furtherBatches: Batch[];
}

export function createImports(deps: ImportsDeps): Imports {
  const { db, batches, readTable, now } = deps;
  const opened = createOpenImports(readTable);
  const draftTable = createTableDrafts(deps);

  const furtherOf = (batchId: string, { added, present }: TableDraft): ImportPreview['furtherBatches'] =>
    furtherBatches(added.length, { present, name: batches.require(batchId).name, names: batchNames(db) });

  const previewOf = async (
    batchId: string,
    importId: string,
    table: Table,
    options: Partial<ImportOptions>,
  ): Promise<ImportPreview> => {
    const reading = await draftTable(batchId, table, options);
    return importPreview(importId, table, reading, options, furtherOf(batchId, reading.draft));
  };

  return {
    async open(batchId, source) {
      batches.require(batchId);
      const table = await readTable(source, {});
      const importId = randomUUID();
      const preview = await previewOf(batchId, importId, table, {});
      if (preview.rows === 0) throw noRows(table.fileName);
      opened.open(importId, batchId, source, table);
      return preview;
    },
    async preview(batchId, options) {
      const table = await opened.table(batchId, options);
      return previewOf(batchId, options.importId, table, options);
    },
    async add(batchId, options) {
      const table = await opened.table(batchId, options);
      const { view, mapping, questions, draft } = await draftTable(batchId, table, options);
      const [question] = questions;
      if (question !== undefined) throw unanswered(question, table.fileName);
      const { added, present, duplicates } = draft;
      const further = furtherOf(batchId, draft);
      if (!areSeen(options.furtherBatches, further)) {
        throw notSeen(batches.require(batchId).name, added.length, further);
      }
      const here = Math.min(added.length, roomIn(present));
      const rows = await rowsToStore(draft, table, here);
      // While the rows were drafted, it may have been closed, or added by a second click.
      const openAgain = opened.take(batchId, options.importId);
      let made: readonly string[];
      try {
        made = await addToBatches(batches, batchId, rows.slice(0, here), rows.slice(here), further);
      } catch (thrown) {
        openAgain();
        throw thrown;
      }
      // All rows are counted below, which should not be part of storing the last piece.
      await nextTurn();
      if (view.headerRow !== null) rememberMapping(db, view.headers, mapping, now());
      return {
        ...{ batch: batches.require(batchId), added: rows.length, duplicates },
        furtherBatches: made.map((each) => batches.require(each)),
      };
    },
    close: opened.close,
  };
}

/** @param here how many of the first rows stay in the batch, after its own; the others begin at 1 */
async function rowsToStore(
  { added, lastPosition }: TableDraft,
  { fileName, sha256 }: Table,
  here: number,
): Promise<NewRow[]> {
  // Ascending IDs keep rows stored together next to each other, which saves much of the time of storing.
  const stem = randomUUID();
  const rows: NewRow[] = [];
  await forEachInSlices(added, ({ cells, rowNumber }) => {
    refuseTooLong(cells, rowNumber, fileName);
    const rowId = `${stem}-${String(rows.length).padStart(6, '0')}`;
    const position = rows.length < here ? lastPosition + rows.length + 1 : rows.length - here + 1;
    rows.push({ ...cells, rowId, position, source: { fileName, rowNumber, sha256 } });
  });
  return rows;
}

const noRows = (fileName: string): CodedError => notTaken(importErrorText.noRowsBelow(fileName));

const notSeen = (name: string, added: number, further: ImportPreview['furtherBatches']): CodedError =>
  notTaken(
    further.length === 0
      ? importErrorText.roomForAll(name, pluralize(added, 'row'))
      : importErrorText.noRoomForAll(name, pluralize(added, 'row')),
  );

const unanswered = ({ kind }: ImportQuestion, fileName: string): CodedError => {
  switch (kind) {
    case 'encoding':
      return notTaken(importErrorText.namesUnclear(fileName));
    case 'addressColumn':
      return notTaken(importErrorText.addressesUnclear(fileName));
  }
};
