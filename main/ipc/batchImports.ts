import { basename } from 'node:path';
import type { Access } from '../access/types';
import type { Batches } from '../batches/batches';
import { exportHeaders, exportTable } from '../batches/exportTable';
import type { Imports } from '../batches/import/imports';
import { tableEndings } from '../batches/import/opening/tableFile';
import type { TableToWrite } from '../batches/tables/request';
import { nameInFile } from '../batches/nameInFile';
import type { ShowOpenFileDialog, ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';
import { dialogsText } from './dialogsText';

interface ImportDeps {
  readonly batches: Pick<Batches, 'require' | 'rowsOf'>;
  readonly imports: Imports;
  readonly accounts: Access['listAccounts'];
  /** Writes a table in another process. Rejects with a CodedError, and then leaves no file. */
  readonly writeTable: (table: TableToWrite) => Promise<void>;
  readonly chooseFile: ShowOpenFileDialog;
  readonly chooseNewFile: ShowSaveFileDialog;
}

/** Batch channels that handle files. */
export type BatchFileHandlers = Pick<
  AreaHandlers<'batches'>,
  | 'batches.openImport'
  | 'batches.importText'
  | 'batches.previewImport'
  | 'batches.addImport'
  | 'batches.closeImport'
  | 'batches.saveTemplate'
  | 'batches.export'
>;

/** What a person is asked to open for an import. */
export const tableToImport: Parameters<ShowOpenFileDialog>[0] = {
  title: dialogsText.importPeople,
  kind: dialogsText.tables,
  endings: tableEndings,
};

export function importHandlers(deps: ImportDeps): BatchFileHandlers {
  const { batches, imports, accounts, writeTable, chooseFile, chooseNewFile } = deps;
  return {
    'batches.openImport': async ({ batchId }) => {
      const file = await chooseFile(tableToImport);
      return { preview: file === null ? null : await imports.open(batchId, { file }) };
    },
    'batches.importText': async ({ batchId, text }) => ({ preview: await imports.open(batchId, { text }) }),
    'batches.previewImport': async ({ batchId, options }) => ({
      preview: await imports.preview(batchId, options),
    }),
    'batches.addImport': ({ batchId, options }) => imports.add(batchId, options),
    'batches.closeImport': ({ importId }) => {
      imports.close(importId);
      return {};
    },
    'batches.saveTemplate': async ({ format }) => {
      const file = await chooseNewFile({
        title: dialogsText.saveTemplate,
        name: dialogsText.templateFile(format),
      });
      if (file === null) return { saved: false, rows: 0 };
      await writeTable({ file, format, rows: [exportHeaders] });
      return { saved: true, fileName: basename(file), rows: 0 };
    },
    'batches.export': async ({ batchId, format }) => {
      const { name } = batches.require(batchId);
      const file = await chooseNewFile({
        title: dialogsText.exportBatch,
        name: `${nameInFile(name)}.${format}`,
      });
      if (file === null) return { saved: false, rows: 0 };
      const rows = batches.rowsOf(batchId);
      await writeTable({ file, format, rows: exportTable(rows, accounts({})) });
      return { saved: true, fileName: basename(file), rows: rows.length };
    },
  };
}
