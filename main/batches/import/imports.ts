import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Account } from '../../../shared/domain/account/account';
import type { Batch } from '../../../shared/domain/batch/batch';
import type { ImportOptions, ImportPreview, ImportQuestion } from '../../../shared/domain/batch/batchImport';
import { CodedError } from '../../../shared/errors';
import { pluralize } from '../../../shared/text/pluralize';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import type { Database } from '../../storage/database';
import { forEachInSlices } from '../forEachInSlices';
import { batchNames } from '../reading';
import type { NewRow } from '../rows';
import type { ReadOptions, Table, TableSource } from '../tables/request';
import { notTaken } from '../tables/troubles';
import { areSeen, furtherBatches, roomIn } from './furtherBatches';
import { refuseTooLong } from './problems';
import { rememberMapping } from './rememberedMapping';
import { createTableDrafts } from './tableDrafts';

export interface ImportsDeps {
  readonly db: Database;
  readonly batches: {
    /** @throws CodedError NOT_FOUND */
    require(batchId: string): Batch;
    create(name: string): Batch;
    remove(batchId: string): void;
    /** @param more whether further rows follow */
    addRows(batchId: string, rows: readonly NewRow[], more: boolean): void;
    /** Takes rows out again. */
    setRows(batchId: string, rows: readonly [], removed: readonly string[]): void;
  };
  /** One for each way in, the ones to prefer first. */
  readonly accounts: () => readonly Account[];
  /** The rules of the house as they are set now. */
  readonly houseRules: () => HouseRules;
  /** Reads a table somewhere else. Rejects with a CodedError. */
  readonly readTable: (source: TableSource, options: ReadOptions) => Promise<Table>;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Files and texts on their way into batches. Each batch has at most one open at a time; nothing is added before `add`. */
export interface Imports {
  /** Reads it. What the batch had open before is closed, unless this cannot be read. */
  open(batchId: string, source: TableSource): Promise<ImportPreview>;
  /** @throws CodedError NOT_FOUND when it is not open; INVALID_INPUT when it cannot be read so */
  preview(batchId: string, options: ImportOptions): Promise<ImportPreview>;
  /**
   * Adds its rows, what the batch cannot hold to further ones, and closes it. After a failure it is still open, nothing was
   * added and no batch was made.
   * @throws CodedError INVALID_INPUT where the further batches are others than those in `options`
   */
  add(batchId: string, options: ImportOptions): Promise<AddedImport>;
  close(importId: string): void;
}

interface AddedImport {
  readonly batch: Batch;
  /** Rows, in all batches. */
  readonly added: number;
  readonly duplicates: number;
  /** Those that were made for what the batch could not hold. */
  readonly furtherBatches: Batch[];
}

interface OpenImport {
  readonly batchId: string;
  readonly source: TableSource;
  /** The table as it was read last, and how. */
  readonly table: Table;
  readonly readAs: ReadOptions;
}

/** How many rows are stored before everything else has its turn. */
const addedAtOnce = 1000;

/** How many of a file's rows are shown, and how much of a cell, in characters. */
const sampleRows = 20;
const sampleCell = 200;

export function createImports(deps: ImportsDeps): Imports {
  const { db, batches, readTable, now } = deps;
  const opened = new Map<string, OpenImport>();
  const draftTable = createTableDrafts(deps);

  const requireImport = (batchId: string, importId: string): OpenImport => {
    const found = opened.get(importId);
    if (found?.batchId !== batchId) throw noLongerOpen();
    return found;
  };

  /** The table as it is to be read, which takes a new reading only where it was read otherwise. */
  const tableOf = async (batchId: string, options: ImportOptions): Promise<Table> => {
    const { importId, encoding, delimiter, sheet, withHiddenRows } = options;
    const open = requireImport(batchId, importId);
    const { table, readAs, source } = open;
    const same =
      isAs(encoding, readAs.encoding, table.encoding) &&
      isAs(delimiter, readAs.delimiter, table.delimiter) &&
      isAs(sheet, readAs.sheet, table.sheet) &&
      (withHiddenRows ?? false) === (readAs.withHiddenRows ?? false);
    if (same) return table;
    const wanted = { encoding, delimiter, sheet, withHiddenRows };
    const again = await readTable(source, wanted);
    if (opened.has(importId)) opened.set(importId, { ...open, table: again, readAs: wanted });
    return again;
  };

  /** All of them or, where one piece cannot be stored, none. A crash in between leaves the first ones, as if typed. */
  const addInPieces = async (batchId: string, rows: readonly NewRow[]): Promise<void> => {
    let stored = 0;
    try {
      for (; stored < rows.length; stored += addedAtOnce) {
        await nextTurn();
        const next = stored + addedAtOnce;
        batches.addRows(batchId, rows.slice(stored, next), next < rows.length);
      }
    } catch (thrown) {
      const removed = rows.slice(0, stored).map(({ rowId }) => rowId);
      if (removed.length > 0) batches.setRows(batchId, [], removed);
      throw thrown;
    }
  };

  /** All rows, each batch's in its turn; or none, and then no batch is left. @returns the ids of the further batches */
  const addToBatches = async (
    batchId: string,
    here: readonly NewRow[],
    others: readonly NewRow[],
    further: ImportPreview['furtherBatches'],
  ): Promise<readonly string[]> => {
    const made: string[] = [];
    let at = 0;
    try {
      for (const { name, rows } of further) {
        const next = batches.create(name).batchId;
        made.push(next);
        await addInPieces(next, others.slice(at, at + rows));
        at += rows;
      }
      await addInPieces(batchId, here);
      return made;
    } catch (thrown) {
      for (const each of made) batches.remove(each);
      throw thrown;
    }
  };

  const previewOf = async (
    batchId: string,
    importId: string,
    table: Table,
    options: Partial<ImportOptions>,
  ): Promise<ImportPreview> => {
    const { view, mapping, questions, nameOf, draft } = await draftTable(batchId, table, options);
    const { added, present, lastPosition, ...summary } = draft;
    const { name } = batches.require(batchId);
    const sample = view.rows.slice(0, sampleRows);
    const { fileName, format, encoding, delimiter, isPeopleList, sheets, sheet, hiddenRows, hiddenColumns } =
      table;
    // An encoding that was selected answers the doubt, also where it is the one that was guessed.
    const encodingDoubt = options.encoding === undefined ? table.encodingDoubt : null;
    return {
      importId,
      ...{ fileName, format, encoding, encodingDoubt, delimiter, isPeopleList, sheets, sheet },
      ...{ hiddenRows, hiddenColumns },
      headerRow: view.headerRow,
      topRows: table.rows.slice(0, sampleRows).map((cells, index) => ({
        rowNumber: table.rowNumbers[index] ?? index + 1,
        cells: cells.map(cut),
      })),
      headers: view.headers.map(cut),
      columns: view.columns.map(({ name, isEmpty }) => ({ name: cut(name), isEmpty })),
      ...{ mapping, questions },
      sample: sample.map(({ cells }) => cells.map(cut)),
      sampleNames: sample.map(({ cells }) => cut(nameOf(cells))),
      rows: view.rows.length,
      added: added.length,
      furtherBatches: furtherBatches(added.length, { present, name, names: batchNames(db) }),
      ...summary,
    };
  };

  return {
    async open(batchId, source) {
      batches.require(batchId);
      const table = await readTable(source, {});
      const importId = randomUUID();
      const preview = await previewOf(batchId, importId, table, {});
      if (preview.rows === 0) {
        throw notTaken(
          `${table.fileName} holds headers and no rows below them. Fill it in, or choose another one.`,
        );
      }
      for (const [other, open] of opened) if (open.batchId === batchId) opened.delete(other);
      opened.set(importId, { batchId, source, table, readAs: {} });
      return preview;
    },
    async preview(batchId, options) {
      const table = await tableOf(batchId, options);
      return previewOf(batchId, options.importId, table, options);
    },
    async add(batchId, options) {
      const table = await tableOf(batchId, options);
      const { fileName, sha256 } = table;
      const { view, mapping, questions, draft } = await draftTable(batchId, table, options);
      const [question] = questions;
      if (question !== undefined) throw unanswered(question, fileName);
      const { added, present, duplicates, lastPosition } = draft;
      const { name } = batches.require(batchId);
      const further = furtherBatches(added.length, { present, name, names: batchNames(db) });
      if (!areSeen(options.furtherBatches, further)) throw notSeen(name, added.length, further);
      const here = Math.min(added.length, roomIn(present));
      // Ids that grow keep what is stored together beside each other, which is much of what storing takes.
      const stem = randomUUID();
      const rows: NewRow[] = [];
      await forEachInSlices(added, ({ cells, rowNumber }) => {
        refuseTooLong(cells, rowNumber, fileName);
        const rowId = `${stem}-${String(rows.length).padStart(6, '0')}`;
        const position = rows.length < here ? lastPosition + rows.length + 1 : rows.length - here + 1;
        rows.push({ ...cells, rowId, position, source: { fileName, rowNumber, sha256 } });
      });
      // While the rows were drafted, it may have been closed, or added by a second press of the button.
      const open = requireImport(batchId, options.importId);
      opened.delete(options.importId);
      let made: readonly string[];
      try {
        made = await addToBatches(batchId, rows.slice(0, here), rows.slice(here), further);
      } catch (thrown) {
        opened.set(options.importId, open);
        throw thrown;
      }
      // All rows are counted below, which is to be no part of storing the last piece.
      await nextTurn();
      if (view.headerRow !== null) rememberMapping(db, view.headers, mapping, now());
      return {
        ...{ batch: batches.require(batchId), added: rows.length, duplicates },
        furtherBatches: made.map((each) => batches.require(each)),
      };
    },
    close(importId) {
      opened.delete(importId);
    },
  };
}

const notSeen = (name: string, added: number, further: ImportPreview['furtherBatches']): CodedError =>
  notTaken(
    further.length === 0
      ? `“${name}” has room for all ${pluralize(added, 'row')} now. Go back to the review, then add them.`
      : `“${name}” cannot hold all ${pluralize(added, 'row')}. Go back to the review to see which batches they go into, then add them.`,
  );

/** Whether what is wanted now is what a table was read with, or what was found out for it. */
const isAs = <T>(wanted: T | undefined, before: T | undefined, found: T | null): boolean =>
  wanted === before || (wanted !== undefined && wanted === found);

const cut = (cell: string): string => (cell.length > sampleCell ? `${cell.slice(0, sampleCell)}…` : cell);

const unanswered = ({ kind }: ImportQuestion, fileName: string): CodedError => {
  switch (kind) {
    case 'encoding':
      return notTaken(
        `Some names in ${fileName} can be read in more than one way. Select the right one, then add the rows.`,
      );
    case 'addressColumn':
      return notTaken(
        `${fileName} has more than one column of email addresses, or only someone else’s. Select the column with the people to invite, then add the rows.`,
      );
  }
};

const noLongerOpen = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: 'This file is no longer open. Choose it again; nothing of it was added.',
  });
