import type { ImportOptions } from '../../../../shared/domain/batch/batchImport';
import { CodedError } from '../../../../shared/errors';
import type { ReadOptions, Table, TableSource } from '../../tables/request';
import { openingErrorText } from './openingErrorText';

/** The files and texts that batches have open, each with its table as last read. At most one per batch. */
export interface OpenImports {
  /** Opens one. What its batch had open before is closed. */
  open(importId: string, batchId: string, source: TableSource, table: Table): void;
  /**
   * The table as the options require, read again only if it was read differently.
   * @throws CodedError NOT_FOUND when it isn't open; INVALID_INPUT when it can't be read like this
   */
  table(batchId: string, options: ImportOptions): Promise<Table>;
  /** Closes one whose rows are about to be added. @returns a function that opens it again. @throws CodedError NOT_FOUND */
  take(batchId: string, importId: string): () => void;
  close(importId: string): void;
}

interface OpenImport {
  readonly batchId: string;
  readonly source: TableSource;
  /** The table as last read, and with which options. */
  readonly table: Table;
  readonly readAs: ReadOptions;
}

/** @param readTable rejects with a CodedError */
export function createOpenImports(
  readTable: (source: TableSource, options: ReadOptions) => Promise<Table>,
): OpenImports {
  const opened = new Map<string, OpenImport>();

  const requireImport = (batchId: string, importId: string): OpenImport => {
    const found = opened.get(importId);
    if (found?.batchId !== batchId) throw noLongerOpen();
    return found;
  };

  return {
    open(importId, batchId, source, table) {
      for (const [other, open] of opened) if (open.batchId === batchId) opened.delete(other);
      opened.set(importId, { batchId, source, table, readAs: {} });
    },
    async table(batchId, { importId, encoding, delimiter, sheet, withHiddenRows }) {
      const open = requireImport(batchId, importId);
      const wanted = { encoding, delimiter, sheet, withHiddenRows };
      if (isReadAs(open, wanted)) return open.table;
      const table = await readTable(open.source, wanted);
      if (opened.has(importId)) opened.set(importId, { ...open, table, readAs: wanted });
      return table;
    },
    take(batchId, importId) {
      const open = requireImport(batchId, importId);
      opened.delete(importId);
      return () => {
        opened.set(importId, open);
      };
    },
    close(importId) {
      opened.delete(importId);
    },
  };
}

const isReadAs = ({ table, readAs }: OpenImport, wanted: ReadOptions): boolean =>
  isAs(wanted.encoding, readAs.encoding, table.encoding) &&
  isAs(wanted.delimiter, readAs.delimiter, table.delimiter) &&
  isAs(wanted.sheet, readAs.sheet, table.sheet) &&
  (wanted.withHiddenRows ?? false) === (readAs.withHiddenRows ?? false);

/** Whether the requested value is what a table was read with, or what was detected for it. */
const isAs = <T>(wanted: T | undefined, before: T | undefined, found: T | null): boolean =>
  wanted === before || (wanted !== undefined && wanted === found);

const noLongerOpen = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: openingErrorText.noLongerOpen,
  });
